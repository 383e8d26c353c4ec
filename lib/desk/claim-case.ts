import "server-only"
import { lockCase } from "@/db/queries/desk"
import { allows } from "@/lib/cases/rules"
import { command } from "@/lib/kernel/command"
import { done, refused } from "@/lib/kernel/outcome"
import { caseInput } from "./schema"
import { beyondDeciding, canDecideSomething, isHeldByOther, isSeenBy } from "./standing"
import { takeClaim } from "./take-claim"

/** Takes a case into one's hands for ten minutes, or makes it ten from now; nobody else decides on it meanwhile. */
export const claimCase = command({
  name: "desk.claim",
  input: caseInput,
  allow: canDecideSomething,
  async run({ tx, actor, now, input }) {
    const found = await lockCase(tx, input.number)
    if (!found || !isSeenBy(actor, found)) return refused("not-found")
    const beyond = await beyondDeciding(tx, actor, { case: found, now })
    if (beyond) return refused(beyond)
    if (isHeldByOther(actor, found, now)) {
      return refused("desk.claimed", found.claimedUntil ? { until: found.claimedUntil } : {})
    }
    if (!allows("claim", found.state)) return refused("desk.someone-decided")
    const until = await takeClaim(tx, actor, { case: found, now })
    if (!until) return refused("desk.someone-decided")
    return done({ until }, { subject: found.id, unit: found.unitId, detail: { kind: found.kind } })
  },
})
