import "server-only"
import { findNewestEvent, listTriedAccounts } from "@/db/queries/activity"
import type { Database } from "@/db/types"
import { keyedHash } from "@/lib/crypto/keyed-hash"
import { keyRing } from "@/lib/crypto/ring"
import { enqueueMail } from "@/lib/mail/enqueue"
import { countAgainst } from "@/lib/rate-limit/count-against"
import { failureWarning } from "./rules"

// An event may be committed after one of a higher number.
const overlap = 1000

/**
 * Tells the owners of accounts whose password was tried in vain many times, each once a day at most. By a job and not
 * by the sign-in, which must cost the same for a name that is none. Returns where the next turn goes on.
 *
 * @param after number of the event up to which a turn before has looked, if there was one
 */
export async function tellOfFailures(db: Database, after: number | undefined, now: Date): Promise<number> {
  const newest = await findNewestEvent(db)
  const { least, window: windowSeconds } = failureWarning
  const since = new Date(now.getTime() - windowSeconds * 1000)
  const tried = await listTriedAccounts(db, { after: (after ?? newest) - overlap, since, least })
  for (const { accountId, email: to, locale, latest } of tried) {
    const key = keyedHash(keyRing(), "throttle", accountId)
    await db.transaction(async (tx) => {
      const once = { scope: "failures-told", key, limit: 1, windowSeconds, now }
      if (!(await countAgainst(tx, once)).allowed) return
      const props = { at: latest.toISOString() }
      await enqueueMail(tx, { template: "many-failures", locale, to, props, now })
    })
  }
  return newest
}
