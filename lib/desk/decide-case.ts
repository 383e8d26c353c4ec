import "server-only"
import { randomUUID } from "node:crypto"
import {
  type DeskCase,
  type DeskDocument,
  insertDecision,
  listDeskDocuments,
  lockCase,
  markCase,
} from "@/db/queries/desk"
import type { SeenDocument } from "@/db/schema/cases"
import { allows, isReturnable, stateAfter, undoSeconds } from "@/lib/cases/rules"
import { keyRing } from "@/lib/crypto/ring"
import type { AccountActor } from "@/lib/kernel/actor"
import { command } from "@/lib/kernel/command"
import { done, refused } from "@/lib/kernel/outcome"
import type { RefusalCode } from "@/lib/kernel/refusal"
import { decisionMac } from "./decision-mac"
import { reasonsFor } from "./rules"
import { decideCaseInput } from "./schema"
import { beyondDeciding, canDecideSomething, isHeldByOther, isSeenBy } from "./standing"

type Typed = (typeof decideCaseInput)["_output"]

/**
 * Decides a case: approve, hand back what is named, or reject. What follows from it follows half a minute later
 * (`settleDecision`); until then it can be undone. It names the version and the documents that were seen; if either is
 * no longer so, somebody else was quicker.
 */
export const decideCase = command({
  name: "desk.decide",
  input: decideCaseInput,
  allow: canDecideSomething,
  freshness: "run",
  async run({ tx, actor, now, input }) {
    const found = await lockCase(tx, input.number)
    if (!found || !isSeenBy(actor, found)) return refused("not-found")
    const beyond = await beyondDeciding(tx, actor, { case: found, now })
    if (beyond) return refused(beyond)
    if (!allows("decide", found.state) || found.version !== input.version) {
      return refused("desk.someone-decided")
    }
    if (isHeldByOther(actor, found, now)) {
      return refused("desk.claimed", found.claimedUntil ? { until: found.claimedUntil } : {})
    }
    const seen = unseen(await listDeskDocuments(tx, found), input)
    if (typeof seen === "string") return refused(seen)
    if (!isFitting(found, input)) return refused("invalid")
    const decision = said(found, input, { actor, now, seen })
    await insertDecision(tx, { ...decision, ...decisionMac(keyRing(), decision) })
    await markCase(tx, found.id, { state: stateAfter[input.outcome] })
    const detail = { kind: found.kind, outcome: input.outcome, decision: decision.id, acr: decision.acr }
    const value = { number: found.number, undoUntil: decision.takesEffectAt }
    return done(value, { subject: found.id, unit: found.unitId, detail })
  },
})

/** Whether reasons and fields are of this kind of request and of this decision. */
function isFitting({ kind }: DeskCase, { outcome, reasons, fields, excluded }: Typed): boolean {
  if (outcome === "approve") return reasons.length === 0 && fields.length === 0
  const codes: readonly string[] = reasonsFor[kind][outcome]
  const isNamed = outcome === "return" || fields.length === 0
  return (
    isNamed &&
    excluded.length === 0 &&
    reasons.every((code) => codes.includes(code)) &&
    fields.every((field) => isReturnable(kind, field))
  )
}

/** The documents as they were seen, or why what was seen is not what there is. */
function unseen(documents: readonly DeskDocument[], input: Typed): SeenDocument[] | RefusalCode {
  const shown = new Map(input.documents.map(({ id, sha256 }) => [id, sha256]))
  const ready = documents.filter(({ state }) => state === "ready")
  if (ready.length !== shown.size || ready.some(({ id, sha256 }) => shown.get(id) !== sha256)) {
    return "desk.documents-changed"
  }
  if (input.outcome === "approve" && ready.length < documents.length) return "desk.documents-unchecked"
  return ready.map(({ id, sha256, pages }) => ({ id, sha256, pages }))
}

function said(
  found: DeskCase,
  input: Typed,
  at: { readonly actor: AccountActor; readonly now: Date; readonly seen: readonly SeenDocument[] },
) {
  const { outcome, reasons, fields, note, excluded } = input
  return {
    id: randomUUID(),
    caseId: found.id,
    caseVersion: found.version,
    outcome,
    reasons: [...new Set(reasons)],
    fields: [...new Set(fields)],
    note,
    excluded: [...new Set(excluded)],
    decidedBy: at.actor.accountId,
    decidedAt: at.now,
    sessionId: at.actor.sessionId,
    // the proof that the run of decisions rests on
    acr: at.actor.stepUpAcr ?? at.actor.acr ?? "unknown",
    takesEffectAt: new Date(at.now.getTime() + undoSeconds * 1000),
    documents: at.seen,
  }
}
