import { postHandler } from "@/lib/http/post-handler"
import { refusedAnswer } from "@/lib/http/refused-answer"
import { relyingParty } from "@/lib/http/relying-party"
import { parseReturnTo } from "@/lib/http/return-to"
import { runCommand } from "@/lib/http/run-command"
import { seeOther } from "@/lib/http/see-other"
import { sessionCookie } from "@/lib/http/session-cookie"
import { stepUpByPasskey } from "@/lib/signin/step-up-by-passkey"

/** Takes a passkey for a step-up. */
export const POST = postHandler(async ({ fields }) => {
  const returnTo = parseReturnTo(fields.returnTo)
  const input = { rp: await relyingParty(), response: fields.response ?? "" }
  const result = await runCommand(stepUpByPasskey, input)
  if (result.ok) return seeOther(returnTo ?? "/portal", [await sessionCookie(result.value.session)])
  const query = returnTo ? `?${new URLSearchParams({ returnTo })}` : ""
  return refusedAnswer(result.refusal, `/step-up${query}`)
})
