import "server-only"
import { markAllRevoked } from "@/db/queries/sessions"
import type { Transaction } from "@/db/types"

/** Step: ends every session of an account, because it was recovered, locked or may not act any more; returns how many. */
export function endAllSessions(
  tx: Transaction,
  accountId: string,
  reason: "recovered" | "locked" | "suspended",
  now: Date,
): Promise<number> {
  return markAllRevoked(tx, { accountId }, now, reason)
}
