import { postHandler } from "@/lib/http/post-handler"
import { refusedAnswer } from "@/lib/http/refused-answer"
import { parseReturnTo } from "@/lib/http/return-to"
import { runCommand } from "@/lib/http/run-command"
import { seeOther } from "@/lib/http/see-other"
import { sessionCookie } from "@/lib/http/session-cookie"
import { redeemStepUp } from "@/lib/signin/redeem-step-up"

/** Takes the mailed code of a step-up and leads back to where it was wanted. */
export const POST = postHandler(async ({ fields }) => {
  const result = await runCommand(redeemStepUp, { code: fields.code ?? "" })
  if (!result.ok) return refusedAnswer(result.refusal, "/step-up")
  const { session, returnTo } = result.value
  return seeOther(parseReturnTo(returnTo) ?? "/portal", [await sessionCookie(session)])
})
