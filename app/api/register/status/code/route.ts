import { readCookie } from "@/lib/http/cookies"
import { postHandler } from "@/lib/http/post-handler"
import { refusedAnswer } from "@/lib/http/refused-answer"
import { runCommand } from "@/lib/http/run-command"
import { seeOther } from "@/lib/http/see-other"
import { currentLocale } from "@/lib/i18n/words"
import { askCode } from "@/lib/registration/ask-code"

/** Mails the code without which number and secret change nothing. */
export const POST = postHandler(async ({ fields }) => {
  const ticket = (await readCookie("ticket")) ?? ""
  const purpose = fields.purpose === "withdraw" ? "withdraw" : "correct"
  const result = await runCommand(askCode, { ticket, purpose, locale: await currentLocale() })
  return result.ok ? seeOther("/register/status/code") : refusedAnswer(result.refusal, "/register/status")
})
