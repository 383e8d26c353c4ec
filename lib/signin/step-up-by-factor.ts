import "server-only"
import { typedFactor } from "@/lib/factors/spend-factor"
import { factorStanding } from "@/lib/factors/standing"
import { canBeAccount } from "@/lib/kernel/actor"
import { command } from "@/lib/kernel/command"
import { done, refused, refusedOnRecord } from "@/lib/kernel/outcome"
import { wrongCodeLimit } from "@/lib/otp/code-limits"
import { countAgainst, peekAt } from "@/lib/rate-limit/count-against"
import { stepUpSession } from "@/lib/sessions/step-up-session"
import { stepUpByFactorInput } from "./schema"
import { mustUseThaid } from "./thaid-duty"

/** A step-up by a code of one's authenticator app, or a recovery code; ten wrong ones an hour, as everywhere. */
export const stepUpByFactor = command({
  name: "signin.step-up-factor",
  input: stepUpByFactorInput,
  allow: canBeAccount,
  async run({ tx, actor: { accountId, sessionId }, now, input }) {
    const typed = typedFactor(input.code)
    if (!typed) return refused("invalid")
    const note = { subject: sessionId }
    const { method } = await factorStanding(tx, accountId)
    if (method === "thaid") return refusedOnRecord("signin.thaid-only", note)
    if (await mustUseThaid(tx, accountId, now)) return refusedOnRecord("signin.thaid-required", note)
    const wrongs = wrongCodeLimit(accountId, now)
    const allowance = await peekAt(tx, wrongs)
    if (!allowance.allowed) return refusedOnRecord("otp.too-many-wrong", note, { until: allowance.until })
    if ((await typed.spend(tx, accountId, now)) === "wrong") {
      await countAgainst(tx, wrongs)
      return refusedOnRecord("factors.code-wrong", note)
    }
    const { acr } = typed.assurance
    const session = await stepUpSession(tx, { sessionId, acr, now })
    if (!session) return refused("signin.step-up-gone")
    return done({ session }, { ...note, detail: { acr } })
  },
})
