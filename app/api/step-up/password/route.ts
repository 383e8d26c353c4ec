import { browserOfRequest } from "@/lib/http/browser"
import { postHandler } from "@/lib/http/post-handler"
import { refusedAnswer } from "@/lib/http/refused-answer"
import { parseReturnTo } from "@/lib/http/return-to"
import { runCommand } from "@/lib/http/run-command"
import { seeOther } from "@/lib/http/see-other"
import { currentLocale } from "@/lib/i18n/words"
import { startStepUp } from "@/lib/signin/start-step-up"

/** Takes the password of a step-up; a code is mailed. */
export const POST = postHandler(async ({ fields }) => {
  const returnTo = parseReturnTo(fields.returnTo)
  const result = await runCommand(startStepUp, {
    password: fields.password ?? "",
    returnTo,
    locale: await currentLocale(),
    browser: await browserOfRequest(),
  })
  if (result.ok) return seeOther("/step-up")
  const query = returnTo ? `?${new URLSearchParams({ returnTo })}` : ""
  return refusedAnswer(result.refusal, `/step-up${query}`)
})
