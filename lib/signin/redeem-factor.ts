import "server-only"
import { markFlowClosed } from "@/db/queries/signin-flows"
import { typedFactor } from "@/lib/factors/spend-factor"
import { canBeAnyone } from "@/lib/kernel/actor"
import { command } from "@/lib/kernel/command"
import { done, refused, refusedOnRecord } from "@/lib/kernel/outcome"
import { admit } from "./admit"
import { lockOpenFlow } from "./find-flow"
import { judgeCode } from "./judge-code"
import type { SignedIn } from "./redeem-code"
import { redeemCodeInput } from "./schema"

/** The second step of an account with an authenticator app: a code of it, or a recovery code. Guesses count as mailed ones. */
export const redeemFactor = command({
  name: "signin.factor",
  input: redeemCodeInput,
  allow: canBeAnyone,
  async run({ tx, now, input }) {
    const opened = await lockOpenFlow(tx, input.flow, now)
    if ("shut" in opened) return refused(opened.shut)
    const { flow } = opened
    if (!flow.hasFactor) return refused("signin.flow-gone")
    const note = { account: flow.accountId, subject: flow.id }
    const typed = typedFactor(input.code)
    const wrong = await judgeCode(tx, flow, () => typed?.spend(tx, flow.accountId, now), now)
    if (wrong) return wrong
    if (!typed) return refused("invalid")
    await markFlowClosed(tx, { id: flow.id }, "signed-in", now)
    if (flow.accountState !== "active") return refusedOnRecord("signin.suspended", note)
    const { accountId, sharedComputer, returnTo } = flow
    const email = flow.emailVerifiedAt ? flow.email : null
    const { locale, browser } = input
    const { assurance } = typed
    const arrival = { accountId, email, assurance, sharedComputer, locale, browser, now }
    const admitted = await admit(tx, arrival)
    if ("no" in admitted) return refusedOnRecord(admitted.no, note)
    const { sessionId, ...tokens } = admitted
    return done<SignedIn>(
      { ...tokens, returnTo },
      { ...note, session: sessionId, detail: { acr: assurance.acr } },
    )
  },
})
