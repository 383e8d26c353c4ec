import "server-only"
import { createHash, randomBytes, randomUUID } from "node:crypto"
import { markRecoveryCodeUsed, replaceRecoveryCodes } from "@/db/queries/factors"
import type { Transaction } from "@/db/types"
import { keyedHash, keyedHashes } from "@/lib/crypto/keyed-hash"
import { keyRing } from "@/lib/crypto/ring"
import { seal } from "@/lib/crypto/seal"
import { recoveryPlace } from "./places"
import { factorLimits, recoveryCode } from "./rules"

const digestOf = (accountId: string, code: string) =>
  createHash("sha256").update(`${accountId}/${code}`).digest("base64url")

/** Step: issues new recovery codes and ends those before. They are returned this once. */
export async function issueRecoveryCodes(tx: Transaction, accountId: string, now: Date): Promise<string[]> {
  const codes = Array.from({ length: factorLimits.recoveryCodes }, () => recoveryCode(randomBytes(16)))
  const ring = keyRing()
  const rows = codes.map((code) => {
    const [id, digest] = [randomUUID(), digestOf(accountId, code)]
    const digestSealed = seal(ring, recoveryPlace(id), digest)
    return { id, accountId, digestSealed, codeHash: keyedHash(ring, "recovery-code", digest), createdAt: now }
  })
  await replaceRecoveryCodes(tx, accountId, rows)
  return codes
}

/** Step: takes a recovery code of an account, once. */
export async function spendRecoveryCode(
  tx: Transaction,
  accountId: string,
  code: string,
  now: Date,
): Promise<"right" | "wrong"> {
  const hashes = keyedHashes(keyRing(), "recovery-code", digestOf(accountId, code))
  return (await markRecoveryCodeUsed(tx, accountId, hashes, now)) ? "right" : "wrong"
}
