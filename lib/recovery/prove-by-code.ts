import "server-only"
import {
  lockRecovery,
  markRecoveriesClosed,
  markRecoveryGuessed,
  markRecoveryProved,
} from "@/db/queries/recovery"
import { canBeAnyone } from "@/lib/kernel/actor"
import { command } from "@/lib/kernel/command"
import { done, refused, refusedOnRecord } from "@/lib/kernel/outcome"
import { typedCode } from "@/lib/otp/rules"
import { countAgainst, peekAt } from "@/lib/rate-limit/count-against"
import { isCode, recoveryTokenHashes } from "./hashes"
import { wrongLimit } from "./limits"
import { recoveryShut } from "./recovery-shut"
import { recoveryLimits } from "./rules"
import { proveRecoveryInput } from "./schema"

/**
 * The mailed code: five guesses a recovery, ten wrong ones an hour per account or name. A right one is used up and lets
 * the same browser set a new password.
 */
export const proveByCode = command({
  name: "recovery.code",
  input: proveRecoveryInput,
  allow: canBeAnyone,
  async run({ tx, now, input }) {
    const recovery = await lockRecovery(tx, recoveryTokenHashes(input.recovery))
    const shut = recoveryShut(recovery, now)
    if (shut || !recovery?.codeHash) return refused(shut ?? "recovery.gone")
    const note = recovery.accountId ? { account: recovery.accountId } : {}
    const wrongs = wrongLimit(recovery.subject, now)
    const allowance = await peekAt(tx, wrongs)
    if (!allowance.allowed) return refusedOnRecord("recovery.too-many", note, { until: allowance.until })
    const code = typedCode(input.code)
    // Not six digits cannot be a guess: the form is shown again and no guess is lost.
    if (!code) return refused("invalid")
    if (isCode(recovery.id, code, recovery.codeHash) && recovery.accountId) {
      const expiresAt = new Date(now.getTime() + recoveryLimits.settingTime * 1000)
      await markRecoveryProved(tx, recovery.id, { proof: "code", expiresAt })
      return done(null, note)
    }
    await markRecoveryGuessed(tx, recovery.id)
    await countAgainst(tx, wrongs)
    const left = recovery.guessesLeft - 1
    if (left > 0) return refusedOnRecord("recovery.code-wrong", note, { left })
    await markRecoveriesClosed(tx, { id: recovery.id }, "guesses-used", now)
    return refusedOnRecord("recovery.guesses-used", note)
  },
})
