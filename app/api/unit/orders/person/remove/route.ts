import { orderPath } from "@/lib/http/order-path"
import { postHandler } from "@/lib/http/post-handler"
import { refusedAnswer } from "@/lib/http/refused-answer"
import { runCommand } from "@/lib/http/run-command"
import { seeOther } from "@/lib/http/see-other"
import { removePerson } from "@/lib/orders/remove-person"

/** Takes a person off an order. */
export const POST = postHandler(async ({ fields }) => {
  const { unitCode = "", number = "", version = "" } = fields
  const result = await runCommand(removePerson, {
    unitCode,
    number,
    version,
    personId: fields.personId ?? "",
  })
  const order = orderPath(fields)
  return result.ok ? seeOther(`${order}?done=removed`) : refusedAnswer(result.refusal, order)
})
