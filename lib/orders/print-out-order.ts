import "server-only"
import { listPeople } from "@/db/queries/order-people"
import { lockOrder, markPrintedOut } from "@/db/queries/orders"
import { command } from "@/lib/kernel/command"
import { done, refused } from "@/lib/kernel/outcome"
import { canMakeOrders, orderToMake } from "./in-charge"
import { allows, printLacksOf } from "./rules"
import { orderInput } from "./schema"

/**
 * Records that who makes an order prints it to be signed; the sheets are shown from then on. A scan of it without the code
 * of those sheets is told to the unit and to the reviewer. It is a change, so no look at the sheets makes it.
 */
export const printOutOrder = command({
  name: "orders.print-out",
  input: orderInput,
  allow: canMakeOrders,
  async run({ tx, actor, now, input }) {
    const seen = await orderToMake(tx, actor, { ...input, now })
    if (typeof seen === "string") return refused(seen)
    const order = await lockOrder(tx, seen.order.id)
    if (!order || !allows("edit", order.state)) return refused("orders.not-open")
    const people = await listPeople(tx, order.id)
    if (printLacksOf(order, people.length).length > 0) return refused("orders.incomplete")
    await markPrintedOut(tx, order.id, now)
    return done({}, { subject: order.id, unit: seen.unit.id, detail: { print: order.printVersion } })
  },
})
