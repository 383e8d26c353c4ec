import "server-only"
import { markFlowClosed } from "@/db/queries/signin-flows"
import { canBeAccount } from "@/lib/kernel/actor"
import { command } from "@/lib/kernel/command"
import { done, refused } from "@/lib/kernel/outcome"
import { typedCode } from "@/lib/otp/rules"
import { spendCode } from "@/lib/otp/spend-code"
import { assurances } from "@/lib/sessions/rules"
import { stepUpSession } from "@/lib/sessions/step-up-session"
import { lockOpenStepUp } from "./find-flow"
import { judgeCode } from "./judge-code"
import { redeemStepUpInput } from "./schema"

/** Ends a step-up by the mailed code: the session goes on under a new token, for the browser's cookie. */
export const redeemStepUp = command({
  name: "signin.step-up-code",
  input: redeemStepUpInput,
  allow: canBeAccount,
  async run({ tx, actor: { sessionId }, now, input }) {
    const flow = await lockOpenStepUp(tx, sessionId, now)
    if (!flow) return refused("signin.step-up-gone")
    if (flow.hasFactor) return refused("signin.use-factor")
    const code = typedCode(input.code)
    const wrong = await judgeCode(tx, flow, () => (code ? spendCode(tx, flow.id, code, now) : undefined), now)
    if (wrong) return wrong
    await markFlowClosed(tx, { id: flow.id }, "stepped-up", now)
    const { acr } = assurances.passwordAndMailedCode
    const session = await stepUpSession(tx, { sessionId, acr, now })
    if (!session) return refused("signin.step-up-gone")
    return done({ session, returnTo: flow.returnTo }, { subject: sessionId, detail: { acr } })
  },
})
