import "server-only"
import { lockRecoverable, lockRecovery } from "@/db/queries/recovery"
import { setAlarm } from "@/lib/alarms/set-alarm"
import { canBeAnyone } from "@/lib/kernel/actor"
import { command } from "@/lib/kernel/command"
import { done, refused, refusedOnRecord } from "@/lib/kernel/outcome"
import { enqueueMail } from "@/lib/mail/enqueue"
import { conclude } from "./conclude"
import { isDisputeShut } from "./dispute-shut"
import { recoveryTokenHashes } from "./hashes"
import { recoveryShut } from "./recovery-shut"
import { recoveryInput } from "./schema"

/** Ends the way back of who signs in by ThaiID: the locked account opens, and there is no password to set. */
export const unlockAccount = command({
  name: "recovery.unlock",
  input: recoveryInput,
  allow: canBeAnyone,
  async run({ tx, now, input }) {
    const recovery = await lockRecovery(tx, recoveryTokenHashes(input.recovery))
    const shut = recoveryShut(recovery, now)
    // A code alone opens no locked account.
    if (shut || !(recovery?.accountId && recovery.proof) || recovery.proof === "code")
      return refused(shut ?? "recovery.gone")
    const { accountId, proof } = recovery
    const account = await lockRecoverable(tx, accountId)
    const note = { account: accountId, subject: accountId }
    // Who has a password sets a new one: somebody else may know it.
    if (account?.state !== "locked" || account.signInMethod !== "thaid")
      return refusedOnRecord("recovery.suspended", note)
    if (await isDisputeShut(tx, account, now, recovery)) return refusedOnRecord("recovery.disputed", note)
    const ended = await conclude(tx, { recovery, account, proof, now })
    const { email, emailVerified, locale } = account
    if (email && emailVerified) {
      const props = { at: now.toISOString(), alarm: await setAlarm(tx, accountId, now) }
      await enqueueMail(tx, { template: "account-opened", locale, to: email, props, now })
    }
    return done(null, { ...note, detail: { proof, ended } })
  },
})
