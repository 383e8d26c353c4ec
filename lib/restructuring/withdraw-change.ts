import "server-only"
import { findChangingUnit, lockUnitChange, markUnitChange } from "@/db/queries/restructuring"
import { mayForAll } from "@/lib/access/may"
import { command } from "@/lib/kernel/command"
import { done, refused } from "@/lib/kernel/outcome"
import { plannedChangeInput } from "./schema"

/** Takes back a change that waits for its day. */
export const withdrawChange = command({
  name: "restructuring.withdraw",
  input: plannedChangeInput,
  allow: mayForAll("units.change"),
  freshness: "run",
  async run({ tx, now, input }) {
    const unit = await findChangingUnit(tx, input.unitCode)
    const change = await lockUnitChange(tx, input.changeId)
    if (!unit || change?.unitId !== unit.id) return refused("not-found")
    if (change.state !== "planned") return refused("restructuring.gone")
    await markUnitChange(tx, change.id, { state: "withdrawn", settledAt: now })
    return done({}, { subject: unit.id, unit: unit.id, detail: { change: change.id } })
  },
})
