import "server-only"
import { lockOrder, markChanged } from "@/db/queries/orders"
import { withdrawCase } from "@/lib/cases/withdraw-case"
import { command } from "@/lib/kernel/command"
import { done, refused } from "@/lib/kernel/outcome"
import { canMakeOrders, orderToMake } from "./in-charge"
import { allows } from "./rules"
import { orderActInput } from "./schema"

/**
 * Takes an order back. A decision that has not taken effect yet is void by it; one that has stands. What it was is kept;
 * its number is free again.
 */
export const withdrawOrder = command({
  name: "orders.withdraw",
  input: orderActInput,
  allow: canMakeOrders,
  async run({ tx, actor, now, input }) {
    const seen = await orderToMake(tx, actor, { ...input, now })
    if (typeof seen === "string") return refused(seen)
    const subject = { kind: "order" as const, subjectId: seen.order.id }
    if ((await withdrawCase(tx, subject, now)) === "decided") return refused("orders.not-open")
    const order = await lockOrder(tx, seen.order.id)
    if (!order || !allows("withdraw", order.state)) return refused("orders.not-open")
    if (order.version !== input.version) return refused("orders.stale")
    await markChanged(tx, order.id, { state: "withdrawn", returnedFields: null })
    return done({}, { subject: order.id, unit: seen.unit.id, detail: { from: order.state } })
  },
})
