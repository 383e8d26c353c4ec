import "server-only"
import { canBeAnyone } from "@/lib/kernel/actor"
import { command } from "@/lib/kernel/command"
import { done, refused } from "@/lib/kernel/outcome"
import { printForSigning } from "@/lib/orders/print-for-signing"
import { activationInput } from "./schema"
import { lockSession } from "./session"

/** Records that a unit's first order is printed to be signed; the sheets are shown from then on. */
export const printOutActivation = command({
  name: "activation.print-out",
  input: activationInput,
  allow: canBeAnyone,
  async run({ tx, now, input }) {
    const opened = await lockSession(tx, { ...input, now })
    if (typeof opened === "string") return refused(opened)
    const order = await printForSigning(tx, opened.order.id, now)
    if (typeof order === "string") return refused(order)
    return done({}, { subject: order.id, unit: opened.unit.id, detail: { print: order.printVersion } })
  },
})
