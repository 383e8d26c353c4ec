import "server-only"
import { findCode, markCodeUsed } from "@/db/queries/otp"
import type { Transaction } from "@/db/types"
import { keyedHashes } from "@/lib/crypto/keyed-hash"
import { keyRing } from "@/lib/crypto/ring"
import { log } from "@/lib/log"

/** Step: uses a code up. `expired` is a code that was mailed for this very flow but lives no more. */
export async function spendCode(
  tx: Transaction,
  flowId: string,
  code: string,
  now: Date,
): Promise<"right" | "wrong" | "expired"> {
  const hashes = keyedHashes(keyRing(), "otp-code", `${flowId}/${code}`)
  if (await markCodeUsed(tx, flowId, hashes, now)) {
    log.info({ flowId }, "otp: code redeemed")
    return "right"
  }
  return (await findCode(tx, flowId, hashes)) ? "expired" : "wrong"
}
