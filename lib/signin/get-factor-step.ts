import "server-only"
import { findLoginFlow } from "@/db/queries/signin-flows"
import { keyedHashes } from "@/lib/crypto/keyed-hash"
import { keyRing } from "@/lib/crypto/ring"
import { factorStanding } from "@/lib/factors/standing"
import { canBeAnyone } from "@/lib/kernel/actor"
import { found, notShown, read } from "@/lib/kernel/read"
import { flowShut } from "./find-flow"
import { otpStepInput } from "./schema"

/** Whether a sign-in waits for a stronger factor, and which of them the account has. */
export const getFactorStep = read({
  name: "signin.factor-step",
  input: otpStepInput,
  allow: canBeAnyone,
  async run({ db, now, input }) {
    const flow = await findLoginFlow(db, keyedHashes(keyRing(), "flow-token", input.flow))
    const shut = flowShut(flow, now)
    if (shut || !flow?.hasFactor) return notShown(shut ?? "signin.flow-gone")
    const { hasTotp, hasPasskey } = await factorStanding(db, flow.accountId)
    return found({ hasTotp, hasPasskey })
  },
})
