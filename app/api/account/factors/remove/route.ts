import { removeTotp } from "@/lib/factors/remove-totp"
import { postHandler } from "@/lib/http/post-handler"
import { refusedAnswer } from "@/lib/http/refused-answer"
import { runCommand } from "@/lib/http/run-command"
import { seeOther } from "@/lib/http/see-other"

/** Removes an authenticator app. */
export const POST = postHandler(async ({ fields }) => {
  const result = await runCommand(removeTotp, { id: fields.id ?? "" })
  if (result.ok) return seeOther("/account/factors?done=removed")
  return refusedAnswer(result.refusal, "/account/factors")
})
