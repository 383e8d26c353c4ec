import "server-only"
import { listPeople } from "@/db/queries/order-people"
import { findOrder, findUnit, type Order, type OrderUnit } from "@/db/queries/orders"
import type { Executor } from "@/db/types"
import { env } from "@/lib/env"
import { drawQrSvg } from "@/lib/qr/draw-qr"
import { orderText } from "./order-text"
import { printCode } from "./print-code"
import { allows, paperNumber, printLacksOf } from "./rules"
import { sheetsOf } from "./sheets"

/**
 * Step: an order as it is printed to be signed, to who may see it: sheets, each with its people and its QR code. Nothing
 * where it can no longer be changed, or lacks what stands on the print.
 */
export async function printOrder(db: Executor, { order, unit }: { order: Order; unit: OrderUnit }) {
  // drawn for who recorded that he prints it, and for those above who look at it then
  if (!order.printedAt) return undefined
  const [people, issuer, revoked] = await Promise.all([
    listPeople(db, order.id),
    findUnit(db, { id: order.issuerId }),
    order.revokesId ? findOrder(db, { id: order.revokesId }) : undefined,
  ])
  if (!issuer || !allows("edit", order.state) || printLacksOf(order, people.length).length > 0)
    return undefined
  const { number, printVersion, kind, orderNumber, orderDate, validFrom, validUntil } = order
  const text = orderText({
    kind,
    unit: unit.nameTh,
    issuer: issuer.nameTh,
    revoked: revoked ? paperNumber(revoked) : null,
  })
  const named = people.map(({ titleTh, givenNameTh, familyNameTh, post }) => ({
    name: `${titleTh}${givenNameTh} ${familyNameTh}`,
    post,
  }))
  const sheets = sheetsOf(named)
  return {
    text,
    number,
    orderNumber,
    yearBe: order.orderYearBe,
    orderDate,
    validFrom,
    validUntil,
    signer: { name: order.signerName, post: order.signerPost },
    sheets: sheets.map((lines, at) => ({
      lines,
      page: at + 1,
      of: sheets.length,
      qr: drawQrSvg(printCode(env.ORIGIN, { number, printVersion, page: at + 1, of: sheets.length }), number),
    })),
  }
}
