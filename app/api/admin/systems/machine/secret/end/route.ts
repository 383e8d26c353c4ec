import { postHandler } from "@/lib/http/post-handler"
import { programPath } from "@/lib/http/program-path"
import { refusedAnswer } from "@/lib/http/refused-answer"
import { runCommand } from "@/lib/http/run-command"
import { seeOther } from "@/lib/http/see-other"
import { endWebhookSecret } from "@/lib/webhooks/make-webhook-secret"

/** Ends a secret for calls to a system. */
export const POST = postHandler(async ({ fields: { systemCode = "", secretId = "" } }) => {
  const result = await runCommand(endWebhookSecret, { systemCode, secretId })
  const screen = programPath(systemCode)
  return result.ok ? seeOther(`${screen}?done=ended`) : refusedAnswer(result.refusal, screen)
})
