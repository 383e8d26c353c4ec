import "server-only"
import { keyedHash, keyedHashes } from "@/lib/crypto/keyed-hash"
import { keyRing } from "@/lib/crypto/ring"
import { sameBytes } from "@/lib/crypto/same-bytes"

/** The secrets of an attempt that are known here by their hash alone. */
type Part = "state" | "nonce" | "browser"

const purpose = "thaid-attempt"

/** What is kept of a secret. */
export function thaidHash(part: Part, secret: string): Buffer {
  return keyedHash(keyRing(), purpose, `${part}/${secret}`)
}

/** The hashes by which a secret may be kept, one for each key of the ring. */
export function thaidHashes(part: Part, secret: string): Buffer[] {
  return keyedHashes(keyRing(), purpose, `${part}/${secret}`)
}

/** Whether a secret is the one that is kept. */
export function isThaidHash(part: Part, secret: string, kept: Buffer): boolean {
  return thaidHashes(part, secret).some((hash) => sameBytes(hash, kept))
}
