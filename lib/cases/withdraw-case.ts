import "server-only"
import { type CaseSubject, lockCaseOf, markDecisionEnded, markWithdrawn } from "@/db/queries/cases"
import type { Transaction } from "@/db/types"

/**
 * Step: takes a request out of the queue at its owner's wish. A decision that has not taken effect yet is void by it; one
 * that has stands. Called before the request's own row is locked.
 *
 * @returns `withdrawn`, `not-there` when it was never submitted, or `decided`
 */
export async function withdrawCase(
  tx: Transaction,
  subject: CaseSubject,
  now: Date,
): Promise<"withdrawn" | "not-there" | "decided"> {
  const known = await lockCaseOf(tx, subject)
  if (!known) return "not-there"
  if (known.state === "withdrawn") return "decided"
  if (known.state === "decided" && known.tookEffect) return "decided"
  if (known.decisionId) await markDecisionEnded(tx, known.decisionId, { reason: "withdrawn", now })
  await markWithdrawn(tx, known.id)
  return "withdrawn"
}
