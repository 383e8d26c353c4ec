import { resendEmailCodes } from "@/lib/email/resend-email-codes"
import { postHandler } from "@/lib/http/post-handler"
import { refusalCookie } from "@/lib/http/refusal-cookie"
import { runCommand } from "@/lib/http/run-command"
import { seeOther } from "@/lib/http/see-other"
import { currentLocale } from "@/lib/i18n/words"

/** Mails fresh codes for the change of e-mail address under way. */
export const POST = postHandler(async () => {
  const result = await runCommand(resendEmailCodes, { locale: await currentLocale() })
  if (result.ok) return seeOther("/account/email?done=sentAgain")
  return seeOther(`/account/email?refused=${result.refusal.code}`, [refusalCookie(result.refusal)])
})
