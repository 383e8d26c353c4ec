import { clearCookie } from "@/lib/http/cookies"
import { orderPath } from "@/lib/http/order-path"
import { postHandler } from "@/lib/http/post-handler"
import { refusedAnswer } from "@/lib/http/refused-answer"
import { runCommand } from "@/lib/http/run-command"
import { seeOther } from "@/lib/http/see-other"
import { typedCookie } from "@/lib/http/typed-fields"
import { saveOrder } from "@/lib/orders/save-order"

/** Saves what stands on the paper. */
export const POST = postHandler(async ({ fields }) => {
  const { unitCode = "", number = "", version = "", ...typed } = fields
  const day = (name: string) => ({
    day: typed[`${name}Day`] ?? "",
    month: typed[`${name}Month`] ?? "",
    year: typed[`${name}Year`] ?? "",
  })
  const result = await runCommand(saveOrder, {
    unitCode,
    number,
    version,
    kind: typed.kind ?? "",
    issuer: typed.issuer ?? "",
    orderNumber: typed.orderNumber ?? "",
    orderDate: day("orderDate"),
    signerName: typed.signerName ?? "",
    signerPost: typed.signerPost ?? "",
    validFrom: day("validFrom"),
    validUntil: day("validUntil"),
    revokes: typed.revokes ?? "",
  })
  const order = orderPath(fields)
  if (result.ok) return seeOther(`${order}?done=saved`, [clearCookie("typed")])
  return refusedAnswer(result.refusal, `${order}/paper`, [await typedCookie(`paper ${number}`, typed)])
})
