import "server-only"
import { markUnusedClosed } from "@/db/queries/identity"
import type { Transaction } from "@/db/types"

/**
 * Step: closes an account into which nobody has come yet, because what it was made for is void. One that is in use stays
 * as it is. `ensureAccount` invites its person again, should he be approved after all.
 *
 * @returns whether it was closed
 */
export function closeUnusedAccount(tx: Transaction, accountId: string, now: Date): Promise<boolean> {
  return markUnusedClosed(tx, accountId, now)
}
