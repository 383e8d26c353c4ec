import "server-only"
import { markRecovered, markRecoveriesClosed, type Recoverable, type Recovery } from "@/db/queries/recovery"
import {
  findAssisted,
  markAssisted,
  markAssistedCancelled,
  markNewAddress,
} from "@/db/queries/recovery-assisted"
import type { Transaction } from "@/db/types"
import { setAlarm } from "@/lib/alarms/set-alarm"
import { dropFactors } from "@/lib/factors/drop-factors"
import { enqueueMail } from "@/lib/mail/enqueue"
import { endAllSessions } from "@/lib/sessions/end-all-sessions"
import { dropsFactors, powersHeld } from "./rules"

/** A way back whose person was proved, and the account as it is until then. */
type Concluded = {
  readonly recovery: Recovery
  readonly account: Recoverable
  readonly proof: NonNullable<Recovery["proof"]>
  readonly now: Date
}

/**
 * Step: takes a recovered account back into use, before its new password is set. It is unlocked, signed out everywhere, its
 * other ways back are closed, an address that was approved takes the place of the former, and unless ThaiID proved the
 * person it has no administrative power for a while. Returns how many sessions ended.
 */
export async function conclude(tx: Transaction, concluded: Concluded): Promise<number> {
  const { recovery, account, proof, now } = concluded
  const { accountId } = account
  const powersHeldUntil = proof === "thaid" ? null : new Date(now.getTime() + powersHeld * 1000)
  await markRecovered(tx, accountId, { powersHeldUntil, now })
  await markRecoveriesClosed(tx, { accountId }, "done", now)
  await concludeAssisted(tx, recovery.assistedId, account, now)
  return endAllSessions(tx, accountId, "recovered", now)
}

async function concludeAssisted(
  tx: Transaction,
  assistedId: string | null,
  { accountId, email, emailVerified, locale }: Recoverable,
  now: Date,
): Promise<void> {
  const assisted = assistedId ? await findAssisted(tx, assistedId) : undefined
  await markAssistedCancelled(tx, accountId, now)
  if (!assisted) return
  await markAssisted(tx, assisted.id, { state: "done", by: null, now })
  if (dropsFactors(assisted)) await dropFactors(tx, accountId, now)
  if (!assisted.newEmail) return
  await markNewAddress(tx, accountId, assisted.newEmail, now)
  if (!(email && emailVerified)) return
  const props = { at: now.toISOString(), alarm: await setAlarm(tx, accountId, now) }
  await enqueueMail(tx, { template: "email-changed", locale, to: email, props, now })
}
