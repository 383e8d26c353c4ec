import { orderPath } from "@/lib/http/order-path"
import { postHandler } from "@/lib/http/post-handler"
import { refusedAnswer } from "@/lib/http/refused-answer"
import { runCommand } from "@/lib/http/run-command"
import { seeOther } from "@/lib/http/see-other"
import { withdrawOrder } from "@/lib/orders/withdraw-order"

/** Takes an order back. */
export const POST = postHandler(async ({ fields }) => {
  const { unitCode = "", number = "", version = "" } = fields
  const result = await runCommand(withdrawOrder, { unitCode, number, version })
  const order = orderPath(fields)
  return result.ok ? seeOther(`${order}?done=withdrawn`) : refusedAnswer(result.refusal, order)
})
