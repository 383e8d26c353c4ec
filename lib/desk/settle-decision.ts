import "server-only"
import { findInForce, lockCaseOfDecision, markTookEffect } from "@/db/queries/desk"
import type { Actor, SystemActor } from "@/lib/kernel/actor"
import { command } from "@/lib/kernel/command"
import { done, refused } from "@/lib/kernel/outcome"
import { log } from "@/lib/log"
import { settleDecisionInput } from "./schema"
import { subjectOf } from "./subjects"

function isPortal(actor: Actor): actor is SystemActor {
  return actor.kind === "system"
}

/**
 * Carries out a decision whose half minute is over: what follows from it, the mail, and that it took effect, in one
 * transaction. A portal that dies before the end has done nothing of it, and the next turn does all; one that dies after
 * it finds nothing more to do. The audit names the reviewer.
 */
export const settleDecision = command({
  name: "desk.settle",
  input: settleDecisionInput,
  allow: isPortal,
  async run({ tx, now, input }) {
    const found = await lockCaseOfDecision(tx, input.decisionId)
    const decision = found && (await findInForce(tx, found.id))
    // held by another, undone or withdrawn meanwhile, or carried out already
    if (!found || decision?.id !== input.decisionId || decision.tookEffectAt !== null) {
      return refused("not-found")
    }
    if (decision.takesEffectAt > now) return refused("not-found")
    log.info({ decisionId: decision.id }, "desk: carrying out")
    const { outcome, fields, reasons, note, excluded, decidedBy } = decision
    const carried = { outcome, fields, reasons, note, excluded, decidedBy, decisionId: decision.id, now }
    const applied = await subjectOf(found.kind).apply(tx, found.subjectId, carried)
    if (!applied) throw new Error("the request of a decided case is not where its case is")
    await markTookEffect(tx, decision.id, now)
    const detail = { kind: found.kind, outcome, decision: decision.id, ...applied }
    return done({}, { subject: found.id, unit: found.unitId, account: decidedBy, detail })
  },
})
