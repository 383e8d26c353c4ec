import "server-only"
import { dropPerson } from "@/db/queries/order-people"
import { markChanged, markPrintChanged } from "@/db/queries/orders"
import { command } from "@/lib/kernel/command"
import { done, refused } from "@/lib/kernel/outcome"
import { canMakeOrders, lockToMake } from "./in-charge"
import { isOpen } from "./rules"
import { orderPersonInput } from "./schema"

/** Takes a person off an order. */
export const removePerson = command({
  name: "orders.remove-person",
  input: orderPersonInput,
  allow: canMakeOrders,
  async run({ tx, actor, now, input }) {
    const held = await lockToMake(tx, actor, { ...input, now })
    if (typeof held === "string") return refused(held)
    const { order, unit } = held
    if (!isOpen(order, "people")) return refused("orders.field-shut")
    if (!(await dropPerson(tx, { id: input.personId, orderId: order.id }))) return refused("not-found")
    await markChanged(tx, order.id, {})
    await markPrintChanged(tx, order.id)
    return done({}, { subject: order.id, unit: unit.id, detail: { person: input.personId } })
  },
})
