import "server-only"
import { markAllRevoked } from "@/db/queries/sessions"
import type { Transaction } from "@/db/types"

/** Step: ends every session of an account, because it was recovered or locked; returns how many. */
export function endAllSessions(
  tx: Transaction,
  accountId: string,
  reason: "recovered" | "locked",
  now: Date,
): Promise<number> {
  return markAllRevoked(tx, { accountId }, now, reason)
}
