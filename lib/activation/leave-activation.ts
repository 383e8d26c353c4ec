import "server-only"
import { markOpened } from "@/db/queries/activation"
import { canBeAnyone } from "@/lib/kernel/actor"
import { command } from "@/lib/kernel/command"
import { done, refused } from "@/lib/kernel/outcome"
import { activationInput } from "./schema"
import { lockSession } from "./session"

/** Ends the visit of this browser; what was saved stays, and the code lets in again. */
export const leaveActivation = command({
  name: "activation.leave",
  input: activationInput,
  allow: canBeAnyone,
  async run({ tx, now, input }) {
    const opened = await lockSession(tx, { ...input, now })
    if (typeof opened === "string") return refused(opened)
    await markOpened(tx, opened.activation.id, { tokenHash: null })
    return done({}, { subject: opened.order.id, unit: opened.unit.id })
  },
})
