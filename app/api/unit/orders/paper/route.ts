import { clearCookie } from "@/lib/http/cookies"
import { orderPath } from "@/lib/http/order-path"
import { postHandler } from "@/lib/http/post-handler"
import { refusedAnswer } from "@/lib/http/refused-answer"
import { runCommand } from "@/lib/http/run-command"
import { seeOther } from "@/lib/http/see-other"
import { typedCookie } from "@/lib/http/typed-fields"
import { typedPaper } from "@/lib/http/typed-paper"
import { saveOrder } from "@/lib/orders/save-order"

/** Saves what stands on the paper. */
export const POST = postHandler(async ({ fields }) => {
  const { unitCode = "", number = "", version = "", ...typed } = fields
  const result = await runCommand(saveOrder, {
    unitCode,
    number,
    version,
    ...typedPaper(typed),
  })
  const order = orderPath(fields)
  if (result.ok) return seeOther(`${order}?done=saved`, [clearCookie("typed")])
  return refusedAnswer(result.refusal, `${order}/paper`, [await typedCookie(`paper ${number}`, typed)])
})
