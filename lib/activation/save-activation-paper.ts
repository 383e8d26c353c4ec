import "server-only"
import { canBeAnyone } from "@/lib/kernel/actor"
import { command } from "@/lib/kernel/command"
import { done, refused } from "@/lib/kernel/outcome"
import { writePaper } from "@/lib/orders/write-paper"
import { saveActivationPaperInput } from "./schema"
import { lockForm } from "./session"

/** Saves what stands on the paper that appoints a unit's first SSO Admin. */
export const saveActivationPaper = command({
  name: "activation.save-paper",
  input: saveActivationPaperInput,
  allow: canBeAnyone,
  async run({ tx, now, input }) {
    const held = await lockForm(tx, { ...input, now })
    if (typeof held === "string") return refused(held)
    // who has nobody has nothing to revoke
    if (input.kind === "revoke") return refused("not-found")
    const changed = await writePaper(tx, held, { typed: input, now })
    if (changed === "not-found") return refused("not-found")
    const { order, unit } = held
    const detail = { changed: changed.join(" ") }
    return done({ changed: changed.length }, { subject: order.id, unit: unit.id, detail })
  },
})
