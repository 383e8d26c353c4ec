import "server-only"
import { findOrder } from "@/db/queries/orders"
import { found, notShown, read } from "@/lib/kernel/read"
import { canSeeOrders, isByCode, unitInSight } from "./in-charge"
import { orderInput } from "./schema"
import { showOrder } from "./show-order"

/** Everything about an order that its pages show; one that came by a code is only looked at here. */
export const getOrder = read({
  name: "orders.one",
  input: orderInput,
  allow: canSeeOrders,
  async run({ db, actor, now, input }) {
    const unit = await unitInSight(db, actor, { ...input, now })
    const order = unit && (await findOrder(db, { number: input.number }))
    if (!unit || order?.unitId !== unit.id) return notShown()
    const canMake = unit.canMake && !isByCode(order)
    return found(await showOrder(db, { order, unit: { ...unit, canMake } }))
  },
})
