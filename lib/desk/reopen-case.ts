import "server-only"
import { findInForce, lockCase, markCase, markDecisionTakenBack } from "@/db/queries/desk"
import { allows } from "@/lib/cases/rules"
import { command } from "@/lib/kernel/command"
import { done, refused } from "@/lib/kernel/outcome"
import { reopenCaseInput } from "./schema"
import { beyondDeciding, canDecideSomething, isSeenBy } from "./standing"
import { subjectOf } from "./subjects"

/**
 * Opens a decided case again, for a reason that stays with it. Everything that followed from the decision is taken back by
 * the request's room, so that nothing of it is left when the case is decided anew.
 */
export const reopenCase = command({
  name: "desk.reopen",
  input: reopenCaseInput,
  allow: canDecideSomething,
  freshness: "run",
  async run({ tx, actor, now, input }) {
    const found = await lockCase(tx, input.number)
    if (!found || !isSeenBy(actor, found)) return refused("not-found")
    const beyond = await beyondDeciding(tx, actor, { case: found, now })
    if (beyond) return refused(beyond)
    const decision = await findInForce(tx, found.id)
    if (!decision || !allows("reopen", found.state)) return refused("desk.not-decided")
    // within its half minute a decision is undone by whoever made it, not reopened by another
    if (decision.tookEffectAt === null) return refused("desk.not-decided")
    const { outcome } = decision
    if (!(await subjectOf(found.kind).revert(tx, found.subjectId, { outcome, now }))) {
      return refused("desk.not-decided")
    }
    const by = actor.accountId
    await markDecisionTakenBack(tx, decision.id, { reason: "reopened", by, note: input.note, now })
    await markCase(tx, found.id, { state: "waiting", waitingSince: now })
    const detail = { kind: found.kind, outcome, decision: decision.id }
    return done({ number: found.number }, { subject: found.id, unit: found.unitId, detail })
  },
})
