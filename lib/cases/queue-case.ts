import "server-only"
import { insertCase, lockCaseOf, markDecisionEnded, markWaiting } from "@/db/queries/cases"
import type { caseKinds } from "@/db/schema/cases"
import type { Transaction } from "@/db/types"

/** A request that asks for a decision. */
export type QueuedCase = {
  readonly kind: (typeof caseKinds)[number]
  readonly subjectId: string
  /** The request's own number. */
  readonly number: string
  readonly unitId: string
  /** The line of the queue: the applicant's name, or the order's kind and number. */
  readonly title: string
  readonly now: Date
}

/**
 * Step: puts a request into the queue; one that was returned keeps its place. The caller holds the request's row only
 * after this: a case is locked before its request, everywhere.
 *
 * @returns `queued`, or `not-open` when a case waits or is decided already
 */
export async function queueCase(tx: Transaction, at: QueuedCase): Promise<"queued" | "not-open"> {
  const known = await lockCaseOf(tx, at)
  if (!known) return (await insertCase(tx, at)) ? "queued" : "not-open"
  if (known.state !== "returned") return "not-open"
  if (known.decisionId) {
    // a return that can still be undone has not reached its applicant
    if (!known.tookEffect) return "not-open"
    await markDecisionEnded(tx, known.decisionId, { reason: "answered", now: at.now })
  }
  await markWaiting(tx, known.id, at)
  return "queued"
}
