import "server-only"
import { withdrawLapsed } from "@/db/queries/rights"
import { expireRequests } from "@/db/queries/rights-requests"
import type { Actor, SystemActor } from "@/lib/kernel/actor"
import { command } from "@/lib/kernel/command"
import { done, refused } from "@/lib/kernel/outcome"
import { rightsLimits } from "./rules"
import { settleRightsInput } from "./schema"

/** Withdraws for good what was suspended fourteen days ago and not given back, and ends requests that nobody answered in their time; so many at once. */
export const settleRights = command({
  name: "rights.settle",
  input: settleRightsInput,
  allow: (actor: Actor): actor is SystemActor => actor.kind === "system",
  async run({ tx, now, input }) {
    const suspendedBefore = new Date(now.getTime() - rightsLimits.suspension * 1000)
    const withdrawn = await withdrawLapsed(tx, { suspendedBefore, now, limit: input.limit })
    const expired = await expireRequests(tx, { now, limit: input.limit })
    // nothing to do is nothing to record
    if (withdrawn + expired === 0) return refused("rights.stale")
    return done({ isMore: Math.max(withdrawn, expired) === input.limit }, { detail: { withdrawn, expired } })
  },
})
