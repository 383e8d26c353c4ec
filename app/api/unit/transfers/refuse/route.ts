import { postHandler } from "@/lib/http/post-handler"
import { refusedAnswer } from "@/lib/http/refused-answer"
import { runCommand } from "@/lib/http/run-command"
import { seeOther } from "@/lib/http/see-other"
import { transfersPath } from "@/lib/http/transfers-path"
import { refuseTransfer } from "@/lib/transfers/refuse-transfer"

/** The receiving unit says no to a transfer. */
export const POST = postHandler(async ({ fields }) => {
  const { unitCode = "", transferId = "", reason = "" } = fields
  const result = await runCommand(refuseTransfer, { unitCode, transferId, reason })
  const list = transfersPath(unitCode)
  return result.ok ? seeOther(`${list}?done=refused`) : refusedAnswer(result.refusal, list)
})
