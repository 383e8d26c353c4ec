import "server-only"
import { markFlowClosed } from "@/db/queries/signin-flows"
import { canBeAnyone } from "@/lib/kernel/actor"
import { command } from "@/lib/kernel/command"
import { done, refused, refusedOnRecord } from "@/lib/kernel/outcome"
import { typedCode } from "@/lib/otp/rules"
import { spendCode } from "@/lib/otp/spend-code"
import { assurances } from "@/lib/sessions/rules"
import { admit } from "./admit"
import { lockOpenFlow } from "./find-flow"
import { judgeCode } from "./judge-code"
import { redeemCodeInput } from "./schema"

/** What the browser gets for a right code: cookies' values and where to go. */
export type SignedIn = {
  readonly session: string
  readonly device: string
  readonly returnTo: string | null
}

/** The code step: five guesses a sign-in, ten wrong ones an hour per account, and a right one opens the session. */
export const redeemCode = command({
  name: "signin.code",
  input: redeemCodeInput,
  allow: canBeAnyone,
  async run({ tx, now, input }) {
    const opened = await lockOpenFlow(tx, input.flow, now)
    if ("shut" in opened) return refused(opened.shut)
    const { flow } = opened
    const note = { account: flow.accountId, subject: flow.id }
    if (flow.hasFactor) return refused("signin.use-factor")
    const code = typedCode(input.code)
    const wrong = await judgeCode(tx, flow, () => (code ? spendCode(tx, flow.id, code, now) : undefined), now)
    if (wrong) return wrong
    await markFlowClosed(tx, { id: flow.id }, "signed-in", now)
    if (flow.accountState !== "active") return refusedOnRecord("signin.suspended", note)
    const { accountId, email, sharedComputer, returnTo } = flow
    const { locale, browser } = input
    const assurance = assurances.passwordAndMailedCode
    const arrival = { accountId, email, assurance, sharedComputer, locale, browser, now }
    const admitted = await admit(tx, arrival)
    if ("no" in admitted) return refusedOnRecord(admitted.no, note)
    const { sessionId, ...tokens } = admitted
    return done<SignedIn>(
      { ...tokens, returnTo },
      {
        ...note,
        session: sessionId,
        detail: { acr: assurance.acr },
      },
    )
  },
})
