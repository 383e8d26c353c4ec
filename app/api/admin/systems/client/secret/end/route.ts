import { endSecret } from "@/lib/clients/make-secret"
import { clientPath } from "@/lib/http/client-path"
import { postHandler } from "@/lib/http/post-handler"
import { refusedAnswer } from "@/lib/http/refused-answer"
import { runCommand } from "@/lib/http/run-command"
import { seeOther } from "@/lib/http/see-other"

/** Ends a secret of a client at once. */
export const POST = postHandler(async ({ fields }) => {
  const { systemCode = "", clientId = "", secretId = "" } = fields
  const result = await runCommand(endSecret, { clientId, secretId })
  const screen = clientPath(systemCode, clientId)
  return result.ok ? seeOther(`${screen}?done=ended`) : refusedAnswer(result.refusal, screen)
})
