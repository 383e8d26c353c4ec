import "server-only"
import { canBeAnyone } from "@/lib/kernel/actor"
import { command } from "@/lib/kernel/command"
import { done, refused } from "@/lib/kernel/outcome"
import { dropNamed } from "@/lib/orders/drop-named"
import { activationPersonInput } from "./schema"
import { lockForm } from "./session"

/** Takes a person off a unit's first order. */
export const removeActivationPerson = command({
  name: "activation.remove-person",
  input: activationPersonInput,
  allow: canBeAnyone,
  async run({ tx, now, input }) {
    const held = await lockForm(tx, { ...input, now })
    if (typeof held === "string") return refused(held)
    const { order, unit } = held
    const no = await dropNamed(tx, order, input.personId)
    if (no) return refused(no)
    return done({}, { subject: order.id, unit: unit.id, detail: { person: input.personId } })
  },
})
