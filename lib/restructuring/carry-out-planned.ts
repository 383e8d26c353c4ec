import "server-only"
import { lockUnitChange, markUnitChange } from "@/db/queries/restructuring"
import { bangkokDay } from "@/lib/i18n/dates"
import type { Actor, SystemActor } from "@/lib/kernel/actor"
import { command } from "@/lib/kernel/command"
import { done, refused } from "@/lib/kernel/outcome"
import { carryOutChange } from "./carry-out-change"
import { carryOutInput } from "./schema"

/** Carries out a change whose day has come; one that cannot be any more is marked so, and says why. */
export const carryOutPlanned = command({
  name: "restructuring.carry-out",
  input: carryOutInput,
  allow: (actor: Actor): actor is SystemActor => actor.kind === "system",
  async run({ tx, now, input }) {
    const change = await lockUnitChange(tx, input.changeId)
    if (change?.state !== "planned" || change.effectiveOn > bangkokDay(now))
      return refused("restructuring.gone")
    const note = { subject: change.unitId, unit: change.unitId }
    const carried = await carryOutChange(tx, change, now)
    // a workbook that is being applied is done in minutes; all else stays as it is
    if (carried === "restructuring.busy") return refused(carried)
    if (typeof carried === "string") {
      await markUnitChange(tx, change.id, { state: "failed", settledAt: now, failure: carried })
      return done({ isDone: false }, { ...note, detail: { change: change.id, failure: carried } })
    }
    await markUnitChange(tx, change.id, { state: "done", settledAt: now, moved: carried.moved })
    return done({ isDone: true }, { ...note, detail: { change: change.id, act: change.act } })
  },
})
