import { closeClient, reopenClient } from "@/lib/clients/close-client"
import { clientPath } from "@/lib/http/client-path"
import { postHandler } from "@/lib/http/post-handler"
import { refusedAnswer } from "@/lib/http/refused-answer"
import { runCommand } from "@/lib/http/run-command"
import { seeOther } from "@/lib/http/see-other"

/** Closes a client, or opens it again. */
export const POST = postHandler(async ({ fields }) => {
  const { systemCode = "", clientId = "", version = "", act = "close" } = fields
  const isReopened = act === "reopen"
  const result = await runCommand(isReopened ? reopenClient : closeClient, { clientId, version })
  const screen = clientPath(systemCode, clientId)
  if (!result.ok) return refusedAnswer(result.refusal, screen)
  return seeOther(`${screen}?done=${isReopened ? "reopened" : "closed"}`)
})
