import "server-only"
import { withdrawLapsed } from "@/db/queries/rights"
import type { Actor, SystemActor } from "@/lib/kernel/actor"
import { command } from "@/lib/kernel/command"
import { done, refused } from "@/lib/kernel/outcome"
import { rightsLimits } from "./rules"
import { settleRightsInput } from "./schema"

/** Withdraws for good what was suspended fourteen days ago and not given back; so many at a time. */
export const settleRights = command({
  name: "rights.settle",
  input: settleRightsInput,
  allow: (actor: Actor): actor is SystemActor => actor.kind === "system",
  async run({ tx, now, input }) {
    const suspendedBefore = new Date(now.getTime() - rightsLimits.suspension * 1000)
    const withdrawn = await withdrawLapsed(tx, { suspendedBefore, now, limit: input.limit })
    // nothing to do is nothing to record
    return withdrawn === 0 ? refused("rights.stale") : done({ withdrawn }, { detail: { withdrawn } })
  },
})
