import { orderPath, unitOrdersPath } from "@/lib/http/order-path"
import { postHandler } from "@/lib/http/post-handler"
import { refusedAnswer } from "@/lib/http/refused-answer"
import { runCommand } from "@/lib/http/run-command"
import { seeOther } from "@/lib/http/see-other"
import { draftOrder } from "@/lib/orders/draft-order"

/** Begins an order; its first page comes next. */
export const POST = postHandler(async ({ fields }) => {
  const { unitCode = "", kind = "" } = fields
  const result = await runCommand(draftOrder, { unitCode, kind })
  if (!result.ok) return refusedAnswer(result.refusal, `${unitOrdersPath(unitCode)}/new`)
  return seeOther(`${orderPath({ unitCode, number: result.value.number })}/paper`)
})
