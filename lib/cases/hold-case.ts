import "server-only"
import { type CaseSubject, lockCaseOf } from "@/db/queries/cases"
import type { Transaction } from "@/db/types"

/**
 * Step: holds the case of a request, for who has yet to ask something of the request before he moves its case. Called before
 * the request's own row is locked.
 *
 * @returns whether there is one
 */
export async function holdCase(tx: Transaction, subject: CaseSubject): Promise<boolean> {
  return (await lockCaseOf(tx, subject)) !== undefined
}
