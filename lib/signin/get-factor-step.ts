import "server-only"
import { findLoginFlow } from "@/db/queries/signin-flows"
import { keyedHashes } from "@/lib/crypto/keyed-hash"
import { keyRing } from "@/lib/crypto/ring"
import { canBeAnyone } from "@/lib/kernel/actor"
import { found, notShown, read } from "@/lib/kernel/read"
import { flowShut } from "./find-flow"
import { otpStepInput } from "./schema"

/** Whether a sign-in waits for a code of an authenticator app, and how many guesses are left. */
export const getFactorStep = read({
  name: "signin.factor-step",
  input: otpStepInput,
  allow: canBeAnyone,
  async run({ db, now, input }) {
    const flow = await findLoginFlow(db, keyedHashes(keyRing(), "flow-token", input.flow))
    const shut = flowShut(flow, now)
    if (shut || !flow?.hasFactor) return notShown(shut ?? "signin.flow-gone")
    return found({ guessesLeft: flow.guessesLeft })
  },
})
