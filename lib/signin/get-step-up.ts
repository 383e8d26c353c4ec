import "server-only"
import { z } from "zod"
import { findStepUpFlow } from "@/db/queries/signin-flows"
import { factorStanding } from "@/lib/factors/standing"
import { canBeAccount } from "@/lib/kernel/actor"
import { freshnessLimits } from "@/lib/kernel/command"
import { found, read } from "@/lib/kernel/read"
import { mailIsLate } from "@/lib/mail/mail-is-late"
import { newestCode } from "@/lib/otp/newest-code"
import { maskEmail, resendAt } from "@/lib/otp/rules"
import { thaidClient } from "@/lib/thaid/client"

/** Less than this of the five minutes left is none: the form that comes next must be reached in time. In seconds. */
const margin = 60

/** What the step-up's screen shows: whether the proof is fresh already, and the code that is under way. */
export const getStepUp = read({
  name: "signin.step-up",
  input: z.object({}),
  allow: canBeAccount,
  async run({ db, actor, now }) {
    const age = actor.steppedUpAt ? (now.getTime() - actor.steppedUpAt.getTime()) / 1000 : undefined
    const isFresh = age !== undefined && age <= freshnessLimits.stepUp - margin
    const { method, hasTotp, hasPasskey } = await factorStanding(db, actor.accountId)
    const asksPassword = method === "password" && !(hasTotp || hasPasskey)
    const flow = await findStepUpFlow(db, actor.sessionId)
    const newest = flow && flow.expiresAt > now ? await newestCode(db, flow.id) : undefined
    const code =
      flow?.email && newest
        ? {
            maskedEmail: maskEmail(flow.email),
            expiresAt: newest.expiresAt,
            resendAt: resendAt(newest.sentAt),
            mailIsLate: await mailIsLate(db, newest.mailId, now),
          }
        : undefined
    return found({
      isFresh,
      asksPassword,
      // A recovery code stands in for either.
      asksCode: method === "password" && (hasTotp || hasPasskey),
      hasTotp,
      asksPasskey: method === "password" && hasPasskey,
      now,
      code: asksPassword ? code : undefined,
      hasThaid: thaidClient() !== undefined,
    })
  },
})
