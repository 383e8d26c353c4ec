import "server-only"
import { findInForce, lockCase, markCase, markClaimed, markDecisionTakenBack } from "@/db/queries/desk"
import { allows, leaseSeconds } from "@/lib/cases/rules"
import { command } from "@/lib/kernel/command"
import { done, refused } from "@/lib/kernel/outcome"
import { caseInput } from "./schema"
import { canDecideSomething, isSeenBy } from "./standing"

/** Takes back one's own decision before anything has followed from it; the case is in one's hands again. */
export const undoDecision = command({
  name: "desk.undo",
  input: caseInput,
  allow: canDecideSomething,
  async run({ tx, actor, now, input }) {
    const found = await lockCase(tx, input.number)
    if (!found || !isSeenBy(actor, found)) return refused("not-found")
    const decision = await findInForce(tx, found.id)
    if (!decision || !allows("undo", found.state)) return refused("desk.not-decided")
    if (decision.decidedBy !== actor.accountId) return refused("desk.not-your-decision")
    if (decision.tookEffectAt !== null || decision.takesEffectAt <= now) return refused("desk.undo-late")
    await markDecisionTakenBack(tx, decision.id, { reason: "undone", by: actor.accountId, now })
    await markCase(tx, found.id, { state: "waiting" })
    const until = new Date(now.getTime() + leaseSeconds * 1000)
    await markClaimed(tx, { caseId: found.id, by: actor.accountId, until })
    const detail = { kind: found.kind, outcome: decision.outcome, decision: decision.id }
    return done({ number: found.number }, { subject: found.id, unit: found.unitId, detail })
  },
})
