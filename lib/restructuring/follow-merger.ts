import "server-only"
import { z } from "zod"
import { lockChangingUnits } from "@/db/queries/restructuring"
import {
  closeRest,
  endAppointments,
  findHoldings,
  moveMembers,
  moveWaiting,
} from "@/db/queries/restructuring-moves"
import type { Actor, SystemActor } from "@/lib/kernel/actor"
import { command } from "@/lib/kernel/command"
import { done, refused } from "@/lib/kernel/outcome"

/**
 * What came to a unit at the very moment in which another took it up goes after it: whoever read the unit before and wrote
 * after that would else belong to nobody. An SSO Admin who comes so late is none of the other's.
 */
export const followMerger = command({
  name: "restructuring.follow",
  input: z.object({ unitId: z.uuid() }),
  allow: (actor: Actor): actor is SystemActor => actor.kind === "system",
  async run({ tx, now, input }) {
    const [unit] = await lockChangingUnits(tx, [input.unitId])
    if (!unit?.mergedIntoId) return refused("restructuring.gone")
    const { members, offers, orders, registrations } = await findHoldings(tx, unit.id, unit.mergedIntoId)
    const move = { from: unit.id, to: unit.mergedIntoId, now }
    await endAppointments(tx, move)
    await moveMembers(tx, move)
    await moveWaiting(tx, move)
    await closeRest(tx, move)
    return done({}, { subject: unit.id, unit: unit.id, detail: { members, offers, orders, registrations } })
  },
})
