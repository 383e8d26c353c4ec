import "server-only"
import { randomUUID } from "node:crypto"
import { lockRecoverable, type Recoverable } from "@/db/queries/recovery"
import { findMemberOf, findWaiting, insertAssisted, markExpiredClosed } from "@/db/queries/recovery-assisted"
import { setAlarm } from "@/lib/alarms/set-alarm"
import { randomToken } from "@/lib/crypto/random"
import { command } from "@/lib/kernel/command"
import { done, refused } from "@/lib/kernel/outcome"
import type { RefusalCode } from "@/lib/kernel/refusal"
import { enqueueMail } from "@/lib/mail/enqueue"
import { credentialKey } from "@/lib/signin/throttle-keys"
import { isDisputeShut } from "./dispute-shut"
import { cancelHash } from "./hashes"
import { beyondPower, canRecoverSomebody, unitInCharge } from "./in-charge"
import { assistLimits } from "./rules"
import { askAssistedInput } from "./schema"

/**
 * Opens a way back for somebody of a unit, by a person in charge, whose word counts as the first approval. The owner is
 * told at once where he has a confirmed address, and can cancel by that mail.
 */
export const askAssisted = command({
  name: "recovery.ask",
  input: askAssistedInput,
  allow: canRecoverSomebody,
  freshness: "step-up",
  async run({ tx, actor, now, input }) {
    const unit = await unitInCharge(tx, actor, input.unitCode)
    if (!unit) return refused("not-found")
    const accountId = await findMemberOf(tx, unit.id, credentialKey(input.who))
    if (!accountId) return refused("recovery.no-such-member")
    const beyond = await beyondPower(tx, actor, accountId)
    if (beyond) return refused(beyond)
    const account = await lockRecoverable(tx, accountId)
    const newEmail = input.newEmail === "" ? null : input.newEmail
    const unfit = account ? unfitFor(account, newEmail) : "recovery.not-recoverable"
    if (!account || unfit) return refused(unfit ?? "recovery.not-recoverable")
    if (await isDisputeShut(tx, account, now)) return refused("recovery.disputed")
    await markExpiredClosed(tx, accountId, now)
    if (await findWaiting(tx, accountId)) return refused("recovery.already-asked")
    const [id, cancel] = [randomUUID(), randomToken()]
    const wait = newEmail === null ? assistLimits.wait : assistLimits.newAddressWait
    const waitUntil = new Date(now.getTime() + wait * 1000)
    const told = account.emailVerified ? account.email : null
    await insertAssisted(tx, {
      id,
      accountId,
      unitId: unit.id,
      reason: input.reason,
      note: input.note,
      newEmail,
      askedBy: actor.accountId,
      askedAt: now,
      waitUntil,
      ownerTold: told !== null,
      cancelHash: cancelHash(cancel),
      expiresAt: new Date(now.getTime() + assistLimits.lifetime * 1000),
    })
    if (told) {
      const { locale } = account
      const alarm = await setAlarm(tx, accountId, now)
      const props = { at: now.toISOString(), until: waitUntil.toISOString(), cancel, alarm }
      await enqueueMail(tx, { template: "recovery-asked", locale, to: told, props, now })
    }
    const detail = { reason: input.reason, hasNewAddress: newEmail !== null, told: told !== null }
    return done({ id }, { subject: accountId, unit: unit.id, detail })
  },
})

/** Why an account can't be recovered this way. */
function unfitFor(account: Recoverable, newEmail: string | null): RefusalCode | undefined {
  if (account.state !== "active" && account.state !== "locked") return "recovery.not-recoverable"
  if (account.signInMethod === "thaid" && account.state === "active") return "recovery.thaid-only"
  return newEmail === null && !account.emailVerified ? "recovery.no-address" : undefined
}
