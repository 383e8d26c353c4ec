import "server-only"
import { findRecovery, lockRecoverable, lockRecovery } from "@/db/queries/recovery"
import { canBeAnyone } from "@/lib/kernel/actor"
import { command } from "@/lib/kernel/command"
import { done, type Refused, refused, refusedOnRecord } from "@/lib/kernel/outcome"
import { hashNewPassword } from "@/lib/passwords/hash-new-password"
import { setPassword } from "@/lib/passwords/set-password"
import { conclude } from "./conclude"
import { isDisputeShut } from "./dispute-shut"
import { recoveryTokenHashes } from "./hashes"
import { recoveryShut } from "./recovery-shut"
import { resetPasswordInput } from "./schema"

/**
 * Ends a way back: the proved person sets a new password. All sessions end, the waits of failures too, the owner is told;
 * signing in asks for the second factor as ever.
 */
export const resetPassword = command({
  name: "recovery.reset-password",
  input: resetPasswordInput,
  allow: canBeAnyone,
  async prepare({ db, now, input }): Promise<{ readonly passwordHash: string } | Refused> {
    const recovery = await findRecovery(db, recoveryTokenHashes(input.recovery))
    const shut = recoveryShut(recovery, now)
    if (shut || !(recovery?.accountId && recovery.proof)) return refused(shut ?? "recovery.gone")
    const { accountId } = recovery
    const passwordHash = await hashNewPassword(db, { accountId, newPassword: input.newPassword, now })
    return typeof passwordHash === "string" ? { passwordHash } : passwordHash
  },
  async run({ tx, now, input, prepared: { passwordHash } }) {
    const recovery = await lockRecovery(tx, recoveryTokenHashes(input.recovery))
    const shut = recoveryShut(recovery, now)
    if (shut || !(recovery?.accountId && recovery.proof)) return refused(shut ?? "recovery.gone")
    const { accountId, proof } = recovery
    const account = await lockRecoverable(tx, accountId)
    const note = { account: accountId, subject: accountId }
    // A code alone opens no locked account; who chose ThaiID has no use for a password.
    const isOpen = account?.state === "active" || (account?.state === "locked" && proof !== "code")
    if (!(account && isOpen)) return refusedOnRecord("recovery.suspended", note)
    if (await isDisputeShut(tx, account, now, recovery)) return refusedOnRecord("recovery.disputed", note)
    if (account.signInMethod === "thaid") return refusedOnRecord("recovery.thaid-only", note)
    const ended = await conclude(tx, { recovery, account, proof, now })
    const set = await setPassword(tx, { accountId, passwordHash, now })
    return done(null, { ...note, detail: { proof, ended, told: set?.told ?? false } })
  },
})
