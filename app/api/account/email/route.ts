import { startEmailChange } from "@/lib/email/start-email-change"
import { browserOfRequest } from "@/lib/http/browser"
import { clearCookie } from "@/lib/http/cookies"
import { postHandler } from "@/lib/http/post-handler"
import { refusedAnswer } from "@/lib/http/refused-answer"
import { runCommand } from "@/lib/http/run-command"
import { seeOther } from "@/lib/http/see-other"
import { typedCookie } from "@/lib/http/typed-fields"
import { currentLocale } from "@/lib/i18n/words"

/** Begins to set or change one's own e-mail address. */
export const POST = postHandler(async ({ fields }) => {
  const { email = "", password = "" } = fields
  const result = await runCommand(startEmailChange, {
    email,
    password,
    locale: await currentLocale(),
    browser: await browserOfRequest(),
  })
  if (result.ok) return seeOther("/account/email", [clearCookie("typed")])
  return refusedAnswer(result.refusal, "/account/email", [await typedCookie("email", { email })])
})
