import { postHandler } from "@/lib/http/post-handler"
import { refusedAnswer } from "@/lib/http/refused-answer"
import { parseReturnTo } from "@/lib/http/return-to"
import { runCommand } from "@/lib/http/run-command"
import { seeOther } from "@/lib/http/see-other"
import { sessionCookie } from "@/lib/http/session-cookie"
import { stepUpByFactor } from "@/lib/signin/step-up-by-factor"

/** Takes a code of an authenticator app, or a recovery code, for a step-up. */
export const POST = postHandler(async ({ fields }) => {
  const returnTo = parseReturnTo(fields.returnTo)
  const result = await runCommand(stepUpByFactor, { code: fields.code ?? "" })
  if (result.ok) return seeOther(returnTo ?? "/portal", [await sessionCookie(result.value.session)])
  const query = returnTo ? `?${new URLSearchParams({ returnTo })}` : ""
  return refusedAnswer(result.refusal, `/step-up${query}`)
})
