import "server-only"
import { findOpenChange, lockAccountEmail, markCodesSent } from "@/db/queries/email"
import { canBeAccount } from "@/lib/kernel/actor"
import { command } from "@/lib/kernel/command"
import { done, refused } from "@/lib/kernel/outcome"
import { resendAt } from "@/lib/otp/rules"
import { mailCodes } from "./mail-codes"
import { resendEmailCodesInput } from "./schema"

/** Mails fresh codes for the change under way, from five minutes after the last; those before them die. */
export const resendEmailCodes = command({
  name: "email.resend-codes",
  input: resendEmailCodesInput,
  allow: canBeAccount,
  async run({ tx, actor: { accountId, sessionId }, now, input: { locale } }) {
    const account = await lockAccountEmail(tx, accountId)
    const change = await findOpenChange(tx, sessionId)
    if (!account || !change) return refused("email.change-gone")
    const from = resendAt(change.sentAt)
    if (from > now) return refused("otp.too-soon", { until: from })
    const former = change.formerCodeHash ? account.email : null
    const to = { changeId: change.id, accountId, email: change.email, former, locale, now }
    const mailed = await mailCodes(tx, to)
    if ("until" in mailed) return refused("otp.too-many-sent", { until: mailed.until })
    await markCodesSent(tx, change.id, mailed.codes)
    return done(null, { subject: change.id })
  },
})
