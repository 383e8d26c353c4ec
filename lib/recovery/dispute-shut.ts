import "server-only"
import { hasOpenClaim, type Recoverable, type Recovery } from "@/db/queries/recovery"
import type { Transaction } from "@/db/types"

/**
 * Step: whether a frozen account stays shut. While a claim to it waits, its officer decides. Without one, people in charge
 * may open it for its holder, who asked after it was frozen: what was opened before was opened without knowing.
 *
 * @param recovery the way back about to end; absent where one is only asked for
 */
export async function isDisputeShut(
  tx: Transaction,
  account: Recoverable,
  now: Date,
  recovery?: Recovery,
): Promise<boolean> {
  if (account.lockedReason !== "disputed") return false
  const isStale = recovery && (recovery.assistedId === null || recovery.createdAt <= account.stateChangedAt)
  return isStale || (await hasOpenClaim(tx, account.accountId, now))
}
