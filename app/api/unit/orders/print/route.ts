import { orderPath } from "@/lib/http/order-path"
import { postHandler } from "@/lib/http/post-handler"
import { refusedAnswer } from "@/lib/http/refused-answer"
import { runCommand } from "@/lib/http/run-command"
import { seeOther } from "@/lib/http/see-other"
import { printOutOrder } from "@/lib/orders/print-out-order"

/** Records that an order is printed to be signed, and leads to its sheets. */
export const POST = postHandler(async ({ fields }) => {
  const { unitCode = "", number = "" } = fields
  const result = await runCommand(printOutOrder, { unitCode, number })
  const order = orderPath(fields)
  return result.ok ? seeOther(`${order}/print`) : refusedAnswer(result.refusal, order)
})
