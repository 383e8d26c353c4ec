import "server-only"
import { listPeople } from "@/db/queries/order-people"
import { findOrder, findUnit } from "@/db/queries/orders"
import { env } from "@/lib/env"
import { found, notShown, read } from "@/lib/kernel/read"
import { drawQrSvg } from "@/lib/qr/draw-qr"
import { canSeeOrders, unitInSight } from "./in-charge"
import { orderText } from "./order-text"
import { printCode } from "./print-code"
import { allows, paperNumber, printLacksOf } from "./rules"
import { orderInput } from "./schema"
import { sheetsOf } from "./sheets"

/** An order as it is printed to be signed: sheets, each with its people and its QR code. */
export const getPrintedOrder = read({
  name: "orders.print",
  input: orderInput,
  allow: canSeeOrders,
  async run({ db, actor, now, input }) {
    const unit = await unitInSight(db, actor, { ...input, now })
    const order = unit && (await findOrder(db, { number: input.number }))
    if (!unit || order?.unitId !== unit.id || !allows("edit", order.state)) return notShown()
    // drawn for who recorded that he prints it, and for those above who look at it then
    if (!order.printedAt) return notShown()
    const [people, issuer, revoked] = await Promise.all([
      listPeople(db, order.id),
      findUnit(db, { id: order.issuerId }),
      order.revokesId ? findOrder(db, { id: order.revokesId }) : undefined,
    ])
    if (!issuer || printLacksOf(order, people.length).length > 0) return notShown()
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
    return found({
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
        qr: drawQrSvg(
          printCode(env.ORIGIN, { number, printVersion, page: at + 1, of: sheets.length }),
          number,
        ),
      })),
    })
  },
})
