import { postHandler } from "@/lib/http/post-handler"
import { programPath } from "@/lib/http/program-path"
import { refusedAnswer } from "@/lib/http/refused-answer"
import { runCommand } from "@/lib/http/run-command"
import { seeOther } from "@/lib/http/see-other"
import { tickedValues } from "@/lib/http/ticked-values"
import { setScopes } from "@/lib/webhooks/set-scopes"

/** Says what a client may ask of the API in its own name. */
export const POST = postHandler(async ({ fields }) => {
  const { systemCode = "", clientId = "", version = "" } = fields
  const scopes = tickedValues(fields, "scope-")
  const result = await runCommand(setScopes, { systemCode, clientId, version, scopes })
  const screen = programPath(systemCode)
  return result.ok ? seeOther(`${screen}?done=scopes`) : refusedAnswer(result.refusal, screen)
})
