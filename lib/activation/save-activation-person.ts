import "server-only"
import { canBeAnyone } from "@/lib/kernel/actor"
import { command } from "@/lib/kernel/command"
import { done, refused } from "@/lib/kernel/outcome"
import { namePerson } from "@/lib/orders/name-person"
import { saveActivationPersonInput } from "./schema"
import { lockForm } from "./session"

/** Names a unit's first SSO Admin, or changes what it says of him; whether he has an account is told to nobody here. */
export const saveActivationPerson = command({
  name: "activation.save-person",
  input: saveActivationPersonInput,
  allow: canBeAnyone,
  async run({ tx, now, input }) {
    const held = await lockForm(tx, { ...input, now })
    if (typeof held === "string") return refused(held)
    const named = await namePerson(tx, held, input)
    if (typeof named === "string") return refused(named)
    const { personId, isNew } = named
    const detail = { person: personId, isNew }
    const isPaperEmpty = held.order.signerName === "" && held.order.validFrom === null
    return done({ personId, isPaperEmpty }, { subject: held.order.id, unit: held.unit.id, detail })
  },
})
