import "server-only"
import { findLoginFlow } from "@/db/queries/signin-flows"
import { keyedHashes } from "@/lib/crypto/keyed-hash"
import { keyRing } from "@/lib/crypto/ring"
import { canBeAnyone } from "@/lib/kernel/actor"
import { found, notShown, read } from "@/lib/kernel/read"
import { mailIsLate } from "@/lib/mail/mail-is-late"
import { newestCode } from "@/lib/otp/newest-code"
import { maskEmail, resendAt } from "@/lib/otp/rules"
import { flowShut } from "./find-flow"
import { otpStepInput } from "./schema"

/** What the code screen shows: where the code went (masked), until when, when another may be had, guesses left. */
export const getOtpStep = read({
  name: "signin.otp-step",
  input: otpStepInput,
  allow: canBeAnyone,
  async run({ db, now, input }) {
    const flow = await findLoginFlow(db, keyedHashes(keyRing(), "flow-token", input.flow))
    const shut = flowShut(flow, now)
    if (shut || !flow?.email) return notShown(shut ?? "signin.flow-gone")
    const newest = await newestCode(db, flow.id)
    if (!newest) return notShown("signin.flow-gone")
    return found({
      maskedEmail: maskEmail(flow.email),
      sentAt: newest.sentAt,
      expiresAt: newest.expiresAt,
      resendAt: resendAt(newest.sentAt),
      guessesLeft: flow.guessesLeft,
      mailIsLate: await mailIsLate(db, newest.mailId, now),
      now,
    })
  },
})
