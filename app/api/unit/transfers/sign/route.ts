import { postHandler } from "@/lib/http/post-handler"
import { refusedAnswer } from "@/lib/http/refused-answer"
import { runCommand } from "@/lib/http/run-command"
import { seeOther } from "@/lib/http/see-other"
import { tickedValues } from "@/lib/http/ticked-values"
import { transfersPath } from "@/lib/http/transfers-path"
import { signTransfer } from "@/lib/transfers/sign-transfer"

/** The receiving unit signs a transfer, with the roles that were ticked. */
export const POST = postHandler(async ({ fields }) => {
  const { unitCode = "", transferId = "" } = fields
  const roles = tickedValues(fields, "role-")
  const result = await runCommand(signTransfer, { unitCode, transferId, roles })
  const list = transfersPath(unitCode)
  if (!result.ok) return refusedAnswer(result.refusal, list)
  return seeOther(`${list}?done=${result.value.isDone ? "moved" : "signed"}`)
})
