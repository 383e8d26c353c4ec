import "server-only"
import { markAllRevoked } from "@/db/queries/sessions"
import type { Transaction } from "@/db/types"

/** Step: ends every session of an account but one; returns how many. */
export function endSessionsBut(
  tx: Transaction,
  kept: { readonly accountId: string; readonly sessionId: string },
  now: Date,
): Promise<number> {
  return markAllRevoked(tx, { accountId: kept.accountId, except: kept.sessionId }, now, "ended-by-owner")
}
