import { postHandler } from "@/lib/http/post-handler"
import { refusedAnswer } from "@/lib/http/refused-answer"
import { runCommand } from "@/lib/http/run-command"
import { seeOther } from "@/lib/http/see-other"
import { transfersPath } from "@/lib/http/transfers-path"
import { withdrawTransfer } from "@/lib/transfers/withdraw-transfer"

/** The giving unit takes a transfer back. */
export const POST = postHandler(async ({ fields }) => {
  const { unitCode = "", transferId = "", reason = "" } = fields
  const result = await runCommand(withdrawTransfer, { unitCode, transferId, reason })
  const list = transfersPath(unitCode)
  return result.ok ? seeOther(`${list}?done=withdrawn`) : refusedAnswer(result.refusal, list)
})
