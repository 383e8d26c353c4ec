import "server-only"
import { markFlowClosed, markGuessed } from "@/db/queries/signin"
import { canBeAnyone } from "@/lib/kernel/actor"
import { command } from "@/lib/kernel/command"
import { done, refused, refusedOnRecord } from "@/lib/kernel/outcome"
import { wrongCodeLimit } from "@/lib/otp/code-limits"
import { typedCode } from "@/lib/otp/rules"
import { spendCode } from "@/lib/otp/spend-code"
import { countAgainst, peekAt } from "@/lib/rate-limit/count-against"
import { assurances } from "@/lib/sessions/rules"
import { admit } from "./admit"
import { lockOpenFlow } from "./find-flow"
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
    const wrongs = wrongCodeLimit(flow.accountId, now)
    const allowance = await peekAt(tx, wrongs)
    if (!allowance.allowed)
      return refusedOnRecord("otp.too-many-wrong", note, {
        until: allowance.until,
      })
    const code = typedCode(input.code)
    // Not six digits cannot be a guess: the form is shown again and no guess is lost.
    if (!code) return refused("invalid")
    const result = await spendCode(tx, flow.id, code, now)
    if (result !== "right") {
      await markGuessed(tx, flow.id)
      await countAgainst(tx, wrongs)
      const left = flow.guessesLeft - 1
      if (left <= 0) {
        await markFlowClosed(tx, { id: flow.id }, "guesses-used", now)
        return refusedOnRecord("otp.guesses-used", note)
      }
      return refusedOnRecord(result === "expired" ? "otp.expired" : "otp.wrong", note, { left })
    }
    await markFlowClosed(tx, { id: flow.id }, "signed-in", now)
    if (flow.accountState !== "active") return refusedOnRecord("signin.suspended", note)
    const { accountId, email, sharedComputer, returnTo } = flow
    const { locale, browser } = input
    const assurance = assurances.passwordAndMailedCode
    const arrival = { accountId, email, assurance, sharedComputer, locale, browser, now }
    const { sessionId, ...tokens } = await admit(tx, arrival)
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
