import { readCookie, setCookie, thaidRemembered } from "@/lib/http/cookies"
import { postHandler } from "@/lib/http/post-handler"
import { refusedAnswer } from "@/lib/http/refused-answer"
import { parseReturnTo } from "@/lib/http/return-to"
import { runCommand } from "@/lib/http/run-command"
import { leaveFor } from "@/lib/http/see-other"
import { startThaidStepUp } from "@/lib/signin/start-thaid-step-up"

/** Sends who must prove once more who he is to ThaiID. */
export const POST = postHandler(async ({ fields }) => {
  const returnTo = parseReturnTo(fields.returnTo)
  const browser = await readCookie("thaid")
  const result = await runCommand(startThaidStepUp, { returnTo, browser })
  if (!result.ok) return refusedAnswer(result.refusal, "/step-up")
  return leaveFor(result.value.address, [setCookie("thaid", result.value.browser, thaidRemembered)])
})
