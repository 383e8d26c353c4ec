import "server-only"
import { deleteFailures } from "@/db/queries/signin"
import type { Transaction } from "@/db/types"
import { keyedHashes } from "@/lib/crypto/keyed-hash"
import { keyRing } from "@/lib/crypto/ring"

/**
 * Step: forgets every failed password of an account, by whatever browser: their waits end, and the count that would close
 * its password route begins anew.
 */
export function forgetFailures(tx: Transaction, accountId: string): Promise<void> {
  return deleteFailures(tx, keyedHashes(keyRing(), "throttle", `account/${accountId}`))
}
