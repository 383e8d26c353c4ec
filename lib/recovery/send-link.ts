import "server-only"
import { randomUUID } from "node:crypto"
import { insertRecovery, lockRecoverable } from "@/db/queries/recovery"
import { type Assisted, countOfApprovals, markAssisted } from "@/db/queries/recovery-assisted"
import type { Transaction } from "@/db/types"
import { setAlarm } from "@/lib/alarms/set-alarm"
import { randomToken } from "@/lib/crypto/random"
import { enqueueMail } from "@/lib/mail/enqueue"
import { linkHash } from "./hashes"
import { recoverySubject } from "./limits"
import { assistLimits, isReady } from "./rules"

/**
 * Step: mails the one-time link to the owner's address, or to the new one, if it may go out by now. No administrator
 * ever sees it, nor a password.
 */
export async function sendLink(
  tx: Transaction,
  assisted: Assisted,
  { by, now }: { readonly by: string; readonly now: Date },
): Promise<boolean> {
  const approvals = await countOfApprovals(tx, assisted.id)
  if (!isReady({ ...assisted, approvals }, now)) return false
  const { accountId, newEmail } = assisted
  const account = await lockRecoverable(tx, accountId)
  const to = newEmail ?? (account?.emailVerified ? account.email : null)
  if (!(account && to)) return false
  const link = randomToken()
  const expiresAt = new Date(now.getTime() + assistLimits.linkLifetime * 1000)
  await insertRecovery(tx, {
    id: randomUUID(),
    tokenHash: linkHash(link),
    accountId,
    assistedId: assisted.id,
    subject: recoverySubject(`account/${accountId}`),
    guessesLeft: 0,
    createdAt: now,
    expiresAt,
  })
  const alarm = await setAlarm(tx, accountId, now)
  const props = { at: now.toISOString(), until: expiresAt.toISOString(), link, alarm }
  await enqueueMail(tx, { template: "recovery-link", locale: account.locale, to, props, now })
  await markAssisted(tx, assisted.id, { state: "sent", by, now })
  return true
}
