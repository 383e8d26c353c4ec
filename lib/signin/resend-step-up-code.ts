import "server-only"
import { canBeAccount } from "@/lib/kernel/actor"
import { command } from "@/lib/kernel/command"
import { done, refused } from "@/lib/kernel/outcome"
import { newestCode } from "@/lib/otp/newest-code"
import { resendAt } from "@/lib/otp/rules"
import { sendCode } from "@/lib/otp/send-code"
import { lockOpenStepUp } from "./find-flow"
import { resendStepUpCodeInput } from "./schema"

/** Mails another code for the step-up under way, from five minutes after the last. */
export const resendStepUpCode = command({
  name: "signin.resend-step-up-code",
  input: resendStepUpCodeInput,
  allow: canBeAccount,
  async run({ tx, actor: { accountId, sessionId }, now, input: { locale } }) {
    const flow = await lockOpenStepUp(tx, sessionId, now)
    if (!flow?.email) return refused("signin.step-up-gone")
    if (flow.hasFactor) return refused("signin.use-factor")
    const newest = await newestCode(tx, flow.id)
    if (newest && resendAt(newest.sentAt) > now)
      return refused("otp.too-soon", { until: resendAt(newest.sentAt) })
    const sent = await sendCode(tx, { flowId: flow.id, accountId, email: flow.email, locale, now })
    return sent.sent
      ? done(null, { subject: sessionId })
      : refused("otp.too-many-sent", { until: sent.until })
  },
})
