import "server-only"
import { type Bidden, markEndsBy } from "@/db/queries/sessions"
import type { Transaction } from "@/db/types"
import { assurances } from "./rules"

/**
 * Step: no running session of these people outlives an instant, unless it began by ThaiID; returns how many end sooner
 * than they would have.
 */
export function shortenSessions(
  tx: Transaction,
  at: { readonly group: Bidden; readonly until: Date; readonly now: Date },
): Promise<number> {
  return markEndsBy(tx, { ...at, exceptAcr: assurances.thaid.acr })
}
