import "server-only"
import { markFlowClosed } from "@/db/queries/signin-flows"
import type { Transaction } from "@/db/types"

/** Step: ends every sign-in of an account that still waits for its code. */
export function endOpenFlows(tx: Transaction, accountId: string, now: Date): Promise<void> {
  return markFlowClosed(tx, { accountId }, "replaced", now)
}
