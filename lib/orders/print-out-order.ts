import "server-only"
import { command } from "@/lib/kernel/command"
import { done, refused } from "@/lib/kernel/outcome"
import { canMakeOrders, orderToMake } from "./in-charge"
import { printForSigning } from "./print-for-signing"
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
    const order = await printForSigning(tx, seen.order.id, now)
    if (typeof order === "string") return refused(order)
    return done({}, { subject: order.id, unit: seen.unit.id, detail: { print: order.printVersion } })
  },
})
