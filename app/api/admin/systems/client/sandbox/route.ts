import { makeSandbox } from "@/lib/clients/make-sandbox"
import { clientPath, clientsPath } from "@/lib/http/client-path"
import { postHandler } from "@/lib/http/post-handler"
import { refusedAnswer } from "@/lib/http/refused-answer"
import { runCommand } from "@/lib/http/run-command"
import { seeOther } from "@/lib/http/see-other"

/** Makes a system's client for trying out. */
export const POST = postHandler(async ({ fields }) => {
  const { systemCode = "" } = fields
  const result = await runCommand(makeSandbox, { systemCode })
  if (!result.ok) return refusedAnswer(result.refusal, clientsPath(systemCode))
  return seeOther(`${clientPath(systemCode, result.value.id)}?done=sandbox`)
})
