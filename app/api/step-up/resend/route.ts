import { postHandler } from "@/lib/http/post-handler"
import { refusedAnswer } from "@/lib/http/refused-answer"
import { runCommand } from "@/lib/http/run-command"
import { seeOther } from "@/lib/http/see-other"
import { currentLocale } from "@/lib/i18n/words"
import { resendStepUpCode } from "@/lib/signin/resend-step-up-code"

/** Mails another code for the step-up under way. */
export const POST = postHandler(async () => {
  const result = await runCommand(resendStepUpCode, { locale: await currentLocale() })
  return result.ok ? seeOther("/step-up?sent=again") : refusedAnswer(result.refusal, "/step-up")
})
