import "server-only"
import { markFlowClosed } from "@/db/queries/signin-flows"
import { provePasskey } from "@/lib/factors/prove-passkey"
import { canBeAnyone } from "@/lib/kernel/actor"
import { command } from "@/lib/kernel/command"
import { done, refused, refusedOnRecord } from "@/lib/kernel/outcome"
import { assurances } from "@/lib/sessions/rules"
import { admit } from "./admit"
import { lockOpenFlow } from "./find-flow"
import type { SignedIn } from "./redeem-code"
import { redeemPasskeyInput } from "./schema"

/** The second step by a passkey of the account whose password was right. */
export const redeemPasskey = command({
  name: "signin.passkey-step",
  input: redeemPasskeyInput,
  allow: canBeAnyone,
  async run({ tx, now, input }) {
    const opened = await lockOpenFlow(tx, input.flow, now)
    if ("shut" in opened) return refused(opened.shut)
    const { flow } = opened
    const { accountId, sharedComputer, returnTo } = flow
    const note = { account: accountId, subject: flow.id }
    const use = { purpose: "second-step", binding: flow.id } as const
    const { response, rp, locale, browser } = input
    const proof = await provePasskey(tx, { response, rp, use, accountId, now })
    if ("no" in proof) return refusedOnRecord(proof.no, note)
    await markFlowClosed(tx, { id: flow.id }, "signed-in", now)
    if (flow.accountState !== "active") return refusedOnRecord("signin.suspended", note)
    const email = flow.emailVerifiedAt ? flow.email : null
    const assurance = assurances.passwordAndPasskey
    const admitted = await admit(tx, { accountId, email, assurance, sharedComputer, locale, browser, now })
    if ("no" in admitted) return refusedOnRecord(admitted.no, note)
    const { sessionId, ...tokens } = admitted
    return done<SignedIn>(
      { ...tokens, returnTo },
      { ...note, session: sessionId, detail: { acr: assurance.acr } },
    )
  },
})
