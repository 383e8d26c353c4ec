import "server-only"
import { command } from "@/lib/kernel/command"
import { done, refused } from "@/lib/kernel/outcome"
import { canMakeOrders, lockToMake } from "./in-charge"
import { saveOrderInput } from "./schema"
import { writePaper } from "./write-paper"

/** Saves what stands on the paper. Of a returned order only what was handed back is taken. */
export const saveOrder = command({
  name: "orders.save",
  input: saveOrderInput,
  allow: canMakeOrders,
  async run({ tx, actor, now, input }) {
    const held = await lockToMake(tx, actor, { ...input, now })
    if (typeof held === "string") return refused(held)
    const changed = await writePaper(tx, held, { typed: input, now })
    if (changed === "not-found") return refused("not-found")
    const { order, unit } = held
    return done(
      { changed: changed.length },
      { subject: order.id, unit: unit.id, detail: { changed: changed.join(" ") } },
    )
  },
})
