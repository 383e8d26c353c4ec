import "server-only"
import { createHmac } from "node:crypto"
import type { KeyPurpose, KeyRing } from "./key-ring"

/** HMAC-SHA-256 of a value under the active key: what a table is searched by where the value itself is secret. */
export function keyedHash(ring: KeyRing, purpose: KeyPurpose, value: string): Buffer {
  return hashUnder(ring, ring.activeId, purpose, value)
}

/** The hash under every key of the ring, the active one first, for finding rows not yet rotated. */
export function keyedHashes(ring: KeyRing, purpose: KeyPurpose, value: string): Buffer[] {
  return ring.ids.map((id) => hashUnder(ring, id, purpose, value))
}

function hashUnder(ring: KeyRing, id: string, purpose: KeyPurpose, value: string): Buffer {
  return createHmac("sha256", ring.derive(id, purpose)).update(value, "utf8").digest()
}
