import "server-only"
import { canBeAnyone } from "@/lib/kernel/actor"
import { command } from "@/lib/kernel/command"
import { done, refused } from "@/lib/kernel/outcome"
import { newestCode } from "@/lib/otp/newest-code"
import { resendAt } from "@/lib/otp/rules"
import { sendCode } from "@/lib/otp/send-code"
import { lockOpenFlow } from "./find-flow"
import { resendCodeInput } from "./schema"

/** Mails another code for an open sign-in, from five minutes after the last; the older one lives to its own end. */
export const resendCode = command({
  name: "signin.resend-code",
  input: resendCodeInput,
  allow: canBeAnyone,
  async run({ tx, now, input }) {
    const opened = await lockOpenFlow(tx, input.flow, now)
    if ("shut" in opened) return refused(opened.shut)
    const { flow } = opened
    if (flow.hasFactor) return refused("signin.use-factor")
    if (!flow.email) return refused("signin.no-email")
    const newest = await newestCode(tx, flow.id)
    if (newest && resendAt(newest.sentAt) > now)
      return refused("otp.too-soon", { until: resendAt(newest.sentAt) })
    const to = {
      flowId: flow.id,
      accountId: flow.accountId,
      email: flow.email,
      locale: input.locale,
      now,
    }
    const result = await sendCode(tx, to)
    if (!result.sent) return refused("otp.too-many-sent", { until: result.until })
    return done(null, { account: flow.accountId, subject: flow.id })
  },
})
