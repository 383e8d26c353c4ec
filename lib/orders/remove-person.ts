import "server-only"
import { command } from "@/lib/kernel/command"
import { done, refused } from "@/lib/kernel/outcome"
import { dropNamed } from "./drop-named"
import { canMakeOrders, lockToMake } from "./in-charge"
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
    const no = await dropNamed(tx, order, input.personId)
    if (no) return refused(no)
    return done({}, { subject: order.id, unit: unit.id, detail: { person: input.personId } })
  },
})
