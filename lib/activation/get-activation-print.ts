import "server-only"
import { canBeAnyone } from "@/lib/kernel/actor"
import { found, notShown, read } from "@/lib/kernel/read"
import { printOrder } from "@/lib/orders/print-order"
import { activationInput } from "./schema"
import { findSession } from "./session"

/** A unit's first order as it is printed to be signed. */
export const getActivationPrint = read({
  name: "activation.print",
  input: activationInput,
  allow: canBeAnyone,
  async run({ db, now, input }) {
    const opened = await findSession(db, { ...input, now })
    const printed = typeof opened === "string" ? undefined : await printOrder(db, opened)
    return printed ? found(printed) : notShown()
  },
})
