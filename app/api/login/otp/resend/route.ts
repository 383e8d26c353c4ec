import { readCookie } from "@/lib/http/cookies"
import { postHandler } from "@/lib/http/post-handler"
import { refusalCookie } from "@/lib/http/refusal-cookie"
import { runCommand } from "@/lib/http/run-command"
import { seeOther } from "@/lib/http/see-other"
import { currentLocale } from "@/lib/i18n/words"
import { resendCode } from "@/lib/signin/resend-code"
import { screenOf } from "@/lib/signin/rules"

/** Mails another code for the sign-in under way. */
export const POST = postHandler(async () => {
  const flow = (await readCookie("flow")) ?? ""
  const result = await runCommand(resendCode, {
    flow,
    locale: await currentLocale(),
  })
  if (result.ok) return seeOther("/login/otp?sent=again")
  const { refusal } = result
  return seeOther(`${screenOf(refusal.code, "/login/otp")}?refused=${refusal.code}`, [refusalCookie(refusal)])
})
