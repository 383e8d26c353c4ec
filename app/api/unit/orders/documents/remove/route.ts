import { orderPath } from "@/lib/http/order-path"
import { postHandler } from "@/lib/http/post-handler"
import { refusedAnswer } from "@/lib/http/refused-answer"
import { runCommand } from "@/lib/http/run-command"
import { seeOther } from "@/lib/http/see-other"
import { dropOrderDocument } from "@/lib/orders/drop-order-document"

/** Takes a scan off an order. */
export const POST = postHandler(async ({ fields }) => {
  const { unitCode = "", number = "", documentId = "" } = fields
  const result = await runCommand(dropOrderDocument, { unitCode, number, documentId })
  const order = orderPath(fields)
  return result.ok ? seeOther(order) : refusedAnswer(result.refusal, order)
})
