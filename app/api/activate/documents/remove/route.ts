import { dropActivationDocument } from "@/lib/activation/drop-activation-document"
import { activationAnswer } from "@/lib/http/activation-answer"
import { readCookie } from "@/lib/http/cookies"
import { postHandler } from "@/lib/http/post-handler"
import { runCommand } from "@/lib/http/run-command"
import { seeOther } from "@/lib/http/see-other"

/** Takes a scan off a unit's first order. */
export const POST = postHandler(async ({ fields }) => {
  const activation = (await readCookie("activation")) ?? ""
  const { documentId = "" } = fields
  const result = await runCommand(dropActivationDocument, { activation, documentId })
  return result.ok ? seeOther("/activate/form") : activationAnswer(result.refusal, "/activate/form")
})
