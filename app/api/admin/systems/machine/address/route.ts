import { postHandler } from "@/lib/http/post-handler"
import { programPath } from "@/lib/http/program-path"
import { refusedAnswer } from "@/lib/http/refused-answer"
import { runCommand } from "@/lib/http/run-command"
import { seeOther } from "@/lib/http/see-other"
import { typedCookie } from "@/lib/http/typed-fields"
import { saveWebhook } from "@/lib/webhooks/save-webhook"

/** Says where a system is called. */
export const POST = postHandler(async ({ fields }) => {
  const { systemCode = "", version = "", clientId = "", url = "" } = fields
  const result = await runCommand(saveWebhook, { systemCode, version, clientId, url })
  const screen = programPath(systemCode)
  if (result.ok) return seeOther(`${screen}?done=saved`)
  return refusedAnswer(result.refusal, screen, [
    await typedCookie(`webhook ${systemCode}`, { clientId, url }),
  ])
})
