import "server-only"
import { keyedHash, keyedHashes } from "@/lib/crypto/keyed-hash"
import { keyRing } from "@/lib/crypto/ring"
import { sameBytes } from "@/lib/crypto/same-bytes"

/** What is kept of the token of a browser's recovery cookie. */
export function recoveryTokenHash(token: string): Buffer {
  return keyedHash(keyRing(), "flow-token", `recovery/${token}`)
}

/** The hashes by which it may be kept, one for each key of the ring. */
export function recoveryTokenHashes(token: string): Buffer[] {
  return keyedHashes(keyRing(), "flow-token", `recovery/${token}`)
}

/** What is kept of a code: a code of one recovery is none of another. */
export function codeHash(recoveryId: string, code: string): Buffer {
  return keyedHash(keyRing(), "otp-code", `recovery/${recoveryId}/${code}`)
}

/** Whether a code is the one that is kept. */
export function isCode(recoveryId: string, code: string, kept: Buffer): boolean {
  const hashes = keyedHashes(keyRing(), "otp-code", `recovery/${recoveryId}/${code}`)
  return hashes.some((hash) => sameBytes(hash, kept))
}

/** What is kept of the token of a mailed link, until a browser's own takes its place. */
export function linkHash(token: string): Buffer {
  return keyedHash(keyRing(), "flow-token", `recovery-link/${token}`)
}

/** The hashes by which it may be kept, one for each key of the ring. */
export function linkHashes(token: string): Buffer[] {
  return keyedHashes(keyRing(), "flow-token", `recovery-link/${token}`)
}

/** The same of the token with which an owner cancels. */
export function cancelHash(token: string): Buffer {
  return keyedHash(keyRing(), "flow-token", `cancel/${token}`)
}

export function cancelHashes(token: string): Buffer[] {
  return keyedHashes(keyRing(), "flow-token", `cancel/${token}`)
}
