import "server-only"
import { findFactorStanding, findPendingTotp, lockOwner, markTotpConfirmed } from "@/db/queries/factors"
import { keyRing } from "@/lib/crypto/ring"
import { open } from "@/lib/crypto/seal"
import { canBeAccount } from "@/lib/kernel/actor"
import { command } from "@/lib/kernel/command"
import { done, refused, refusedOnRecord } from "@/lib/kernel/outcome"
import { wrongCodeLimit } from "@/lib/otp/code-limits"
import { typedCode } from "@/lib/otp/rules"
import { countAgainst, peekAt } from "@/lib/rate-limit/count-against"
import { assurances } from "@/lib/sessions/rules"
import { stepUpSession } from "@/lib/sessions/step-up-session"
import { totpPlace } from "./places"
import { issueRecoveryCodes } from "./recovery-codes"
import { factorLimits } from "./rules"
import { confirmTotpInput } from "./schema"
import { tellOwner } from "./tell-owner"
import { totpStep } from "./totp"

/** Confirms an authenticator app by its first code. With the first factor come the recovery codes, told this once. */
export const confirmTotp = command({
  name: "factors.confirm-totp",
  input: confirmTotpInput,
  allow: canBeAccount,
  freshness: "step-up",
  async run({ tx, actor: { accountId, sessionId }, now, input }) {
    await lockOwner(tx, accountId)
    const pending = await findPendingTotp(tx, accountId)
    const isOver = pending && now.getTime() - pending.createdAt.getTime() > factorLimits.pending * 1000
    if (!pending || isOver) return refused("factors.none-begun")
    const wrongs = wrongCodeLimit(accountId, now)
    const allowance = await peekAt(tx, wrongs)
    if (!allowance.allowed) return refused("otp.too-many-wrong", { until: allowance.until })
    const secret = open(keyRing(), totpPlace(pending.id), pending.secretSealed)
    const step = totpStep(secret, typedCode(input.code) ?? "", now)
    if (step === undefined) {
      await countAgainst(tx, wrongs)
      return refusedOnRecord("factors.code-wrong", { subject: pending.id })
    }
    const { hasTotp, hasPasskey } = await findFactorStanding(tx, accountId)
    const isFirst = !(hasTotp || hasPasskey)
    await markTotpConfirmed(tx, pending.id, { name: input.name, step, now })
    await tellOwner(tx, accountId, "totp-added", now)
    const codes = isFirst ? await issueRecoveryCodes(tx, accountId, now) : []
    // That code was a proof of the person as any later one: the session goes on as stepped up by it, under a new token.
    const session = await stepUpSession(tx, { sessionId, acr: assurances.passwordAndTotp.acr, now })
    if (!session) return refused("signin.step-up-gone")
    return done({ codes, session }, { subject: pending.id, detail: { first: isFirst } })
  },
})
