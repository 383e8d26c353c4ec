import "server-only"
import { findOrder, findUnit } from "@/db/queries/orders"
import { found, notShown, read } from "@/lib/kernel/read"
import { canSeeOrders, unitInSight } from "./in-charge"
import { printedOrderInput } from "./schema"

/** Where the order of a printed code is kept: the code of its unit, for who may see it. */
export const getOrderPlace = read({
  name: "orders.place",
  input: printedOrderInput,
  allow: canSeeOrders,
  async run({ db, actor, now, input }) {
    const order = await findOrder(db, input)
    const unit = order && (await findUnit(db, { id: order.unitId }))
    if (!unit || !(await unitInSight(db, actor, { unitCode: unit.code, now }))) return notShown()
    return found({ unitCode: unit.code })
  },
})
