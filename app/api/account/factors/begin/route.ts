import { beginTotp } from "@/lib/factors/begin-totp"
import { postHandler } from "@/lib/http/post-handler"
import { refusedAnswer } from "@/lib/http/refused-answer"
import { runCommand } from "@/lib/http/run-command"
import { seeOther } from "@/lib/http/see-other"

/** Begins to add an authenticator app. */
export const POST = postHandler(async () => {
  const result = await runCommand(beginTotp, {})
  return result.ok ? seeOther("/account/factors") : refusedAnswer(result.refusal, "/account/factors")
})
