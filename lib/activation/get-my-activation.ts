import "server-only"
import { canBeAnyone } from "@/lib/kernel/actor"
import { found, notShown, read } from "@/lib/kernel/read"
import { showOrder } from "@/lib/orders/show-order"
import { activationInput } from "./schema"
import { findSession } from "./session"

/** The form of this browser: a unit's first order as far as it is filled in. */
export const getMyActivation = read({
  name: "activation.mine",
  input: activationInput,
  allow: canBeAnyone,
  async run({ db, now, input }) {
    const opened = await findSession(db, { ...input, now })
    if (typeof opened === "string") return notShown(opened)
    const { activation, code, order } = opened
    // a draft waits as long as its code is good
    const sendBy = order.state === "draft" ? code.expiresAt : order.expiresAt
    return found({ ...(await showOrder(db, opened)), until: activation.expiresAt, sendBy })
  },
})
