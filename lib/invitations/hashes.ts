import "server-only"
import { keyedHash, keyedHashes } from "@/lib/crypto/keyed-hash"
import { keyRing } from "@/lib/crypto/ring"
import { sameBytes } from "@/lib/crypto/same-bytes"

/** The two tokens of an invitation: of the mailed link, and of the browser that opened it. */
type Part = "link" | "browser"

const said = (part: Part, token: string) => `invitation-${part}/${token}`

/** What is kept of a token. */
export function invitationHash(part: Part, token: string): Buffer {
  return keyedHash(keyRing(), "flow-token", said(part, token))
}

/** The hashes by which it may be kept, one for each key of the ring. */
export function invitationHashes(part: Part, token: string): Buffer[] {
  return keyedHashes(keyRing(), "flow-token", said(part, token))
}

/** What is kept of a code: a code of one invitation is none of another. */
export function invitationCodeHash(invitationId: string, code: string): Buffer {
  return keyedHash(keyRing(), "otp-code", `invitation/${invitationId}/${code}`)
}

/** Whether a code is the one that is kept. */
export function isInvitationCode(invitationId: string, code: string, kept: Buffer): boolean {
  const hashes = keyedHashes(keyRing(), "otp-code", `invitation/${invitationId}/${code}`)
  return hashes.some((hash) => sameBytes(hash, kept))
}
