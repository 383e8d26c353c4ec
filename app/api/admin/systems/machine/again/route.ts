import { postHandler } from "@/lib/http/post-handler"
import { programPath } from "@/lib/http/program-path"
import { refusedAnswer } from "@/lib/http/refused-answer"
import { runCommand } from "@/lib/http/run-command"
import { seeOther } from "@/lib/http/see-other"
import { sendAgain } from "@/lib/webhooks/switch-webhook"

/** Sends a call to a system again. */
export const POST = postHandler(async ({ fields: { systemCode = "", position = "" } }) => {
  const result = await runCommand(sendAgain, { systemCode, position })
  const screen = programPath(systemCode)
  return result.ok ? seeOther(`${screen}?done=again`) : refusedAnswer(result.refusal, screen)
})
