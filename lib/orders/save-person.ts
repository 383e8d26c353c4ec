import "server-only"
import { command } from "@/lib/kernel/command"
import { done, refused } from "@/lib/kernel/outcome"
import { canMakeOrders, lockToMake } from "./in-charge"
import { namePerson } from "./name-person"
import { savePersonInput } from "./schema"

/** Names a person in an order, or changes what it says of him. */
export const savePerson = command({
  name: "orders.save-person",
  input: savePersonInput,
  allow: canMakeOrders,
  async run({ tx, actor, now, input }) {
    const held = await lockToMake(tx, actor, { ...input, now })
    if (typeof held === "string") return refused(held)
    const named = await namePerson(tx, held, input)
    if (typeof named === "string") return refused(named)
    const { personId, isNew } = named
    const detail = { person: personId, isNew }
    return done({ personId }, { subject: held.order.id, unit: held.unit.id, detail })
  },
})
