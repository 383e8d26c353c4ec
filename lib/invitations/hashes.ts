import "server-only"
import { keyedHash } from "@/lib/crypto/keyed-hash"
import { keyRing } from "@/lib/crypto/ring"

/** What is kept of the token of a mailed link. */
export function invitationHash(token: string): Buffer {
  return keyedHash(keyRing(), "flow-token", `invitation/${token}`)
}
