import "server-only"
import { findFactorStanding, replaceRecoveryCodes } from "@/db/queries/factors"
import type { Transaction } from "@/db/types"

/** Step: ends the recovery codes where no factor is left that they stand in for; whether that was so. */
export async function endCodesWithLast(tx: Transaction, accountId: string): Promise<boolean> {
  const { hasTotp, hasPasskey } = await findFactorStanding(tx, accountId)
  const isLast = !(hasTotp || hasPasskey)
  if (isLast) await replaceRecoveryCodes(tx, accountId, [])
  return isLast
}
