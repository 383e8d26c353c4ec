import "server-only"
import { keyedHash, keyedHashes } from "@/lib/crypto/keyed-hash"
import { keyRing } from "@/lib/crypto/ring"
import { sameBytes } from "@/lib/crypto/same-bytes"

const purpose = "activation"

/** What is kept of a code or a secret: that of one row is none of another. */
export function activationHash(kind: "code" | "secret", id: string, text: string): Buffer {
  return keyedHash(keyRing(), purpose, `${kind}/${id}/${text}`)
}

/** Whether a code or a secret is the one that is kept; every key of the ring is tried, in the same time. */
export function isActivation(kind: "code" | "secret", id: string, text: string, kept: Buffer): boolean {
  return keyedHashes(keyRing(), purpose, `${kind}/${id}/${text}`)
    .map((hash) => sameBytes(hash, kept))
    .includes(true)
}

/** What is kept of the token of the browser that fills the form in. */
export function activationTokenHash(token: string): Buffer {
  return keyedHash(keyRing(), purpose, `token/${token}`)
}

/** The hashes by which it may be kept, one for each key of the ring. */
export function activationTokenHashes(token: string): Buffer[] {
  return keyedHashes(keyRing(), purpose, `token/${token}`)
}
