import "server-only"
import { command } from "@/lib/kernel/command"
import { done, refused } from "@/lib/kernel/outcome"
import { handIn } from "./hand-in"
import { canMakeOrders, orderToMake } from "./in-charge"
import { orderActInput } from "./schema"

/** Hands an order in, for the first time or corrected; corrected it keeps its place. */
export const submitOrder = command({
  name: "orders.submit",
  input: orderActInput,
  allow: canMakeOrders,
  async run({ tx, actor, now, input }) {
    const seen = await orderToMake(tx, actor, { ...input, now })
    if (typeof seen === "string") return refused(seen)
    const { version } = input
    const handed = await handIn(tx, seen.order, { version, by: actor.accountId, now })
    if ("kind" in handed) return handed
    const { order, isAgain } = handed
    return done({}, { subject: order.id, unit: seen.unit.id, detail: { kind: order.kind, isAgain } })
  },
})
