import "server-only"
import { deleteTotp, listTotp, lockOwner, replaceRecoveryCodes } from "@/db/queries/factors"
import { deletePasskey, listPasskeys } from "@/db/queries/passkeys"
import type { Transaction } from "@/db/types"
import { tellOwner } from "./tell-owner"

/**
 * Step: takes the apps, passkeys and recovery codes of an account away, because its owner has lost them and was proved
 * otherwise; he is told. Returns how many apps and passkeys there were.
 */
export async function dropFactors(tx: Transaction, accountId: string, now: Date): Promise<number> {
  await lockOwner(tx, accountId)
  const apps = await listTotp(tx, accountId)
  for (const { id } of apps) await deleteTotp(tx, accountId, id)
  await replaceRecoveryCodes(tx, accountId, [])
  const passkeys = await listPasskeys(tx, accountId)
  for (const { id } of passkeys) await deletePasskey(tx, accountId, id)
  if (apps.length > 0) await tellOwner(tx, accountId, "totp-removed", now)
  if (passkeys.length > 0) await tellOwner(tx, accountId, "passkey-removed", now)
  return apps.length + passkeys.length
}
