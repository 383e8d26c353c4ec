import "server-only"
import { findOrder } from "@/db/queries/orders"
import { found, notShown, read } from "@/lib/kernel/read"
import { canSeeOrders, unitInSight } from "./in-charge"
import { printOrder } from "./print-order"
import { orderInput } from "./schema"

/** An order as it is printed to be signed: sheets, each with its people and its QR code. */
export const getPrintedOrder = read({
  name: "orders.print",
  input: orderInput,
  allow: canSeeOrders,
  async run({ db, actor, now, input }) {
    const unit = await unitInSight(db, actor, { ...input, now })
    const order = unit && (await findOrder(db, { number: input.number }))
    if (!unit || order?.unitId !== unit.id) return notShown()
    const printed = await printOrder(db, { order, unit })
    return printed ? found(printed) : notShown()
  },
})
