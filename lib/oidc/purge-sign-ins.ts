import "server-only"
import { purgeOidcPayloads } from "@/db/queries/oidc"
import { purgeSignOuts } from "@/db/queries/oidc-sign-outs"
import type { Database } from "@/db/types"

const hour = 60 * 60_000
const day = 24 * hour

/**
 * Deletes what can be presented no more, and what systems were told long ago (traffic data, 90 days). A sign-in whose
 * session went by its own time is still known for twelve hours: the system's own session may last, and a suspension has
 * to reach it.
 */
export async function purgeSignIns(db: Database, now: Date): Promise<void> {
  const before = (age: number) => new Date(now.getTime() - age)
  await purgeOidcPayloads(db, now)
  await purgeSignOuts(db, { told: before(90 * day), sessions: before(12 * hour) })
}
