import "server-only"
import { hkdfSync } from "node:crypto"

/** What a derived key is for; one master key never serves two purposes. */
export type KeyPurpose =
  | "seal"
  | "national-id"
  | "session-token"
  | "flow-token"
  | "device-token"
  | "otp-code"
  | "recovery-code"
  | "passkey-challenge"
  | "thaid-attempt"
  | "throttle"
  | "address"
  | "registration"
  | "activation"
  | "invitation"
  | "decision"
  | "order-print"
  | "document-ticket"
  | "audit"

const idPattern = /^[a-z0-9][a-z0-9-]{0,15}$/

/** Raised when a key is asked for that the ring does not hold. An id is no secret; what is no id is not repeated. */
export class KeyMissing extends Error {
  readonly id: string

  constructor(asked: string) {
    const id = idPattern.test(asked) ? asked : "?"
    super(`KEY_RING has no key ${id}`)
    this.id = id
  }
}

/** Keys by id, the active one first; the others still open what they once sealed. */
export type KeyRing = {
  readonly activeId: string
  readonly ids: readonly string[]
  /** The 256-bit key of that id for that purpose. Throws `KeyMissing`. */
  readonly derive: (id: string, purpose: KeyPurpose) => Buffer
}

/**
 * Parses `id:base64,id:base64…` (each 32 bytes, the first active). Purposes are separated by HKDF-SHA-256 (RFC 5869).
 * Throws on a malformed ring without showing any of it.
 */
export function parseKeyRing(text: string): KeyRing {
  const masters = new Map<string, Buffer>()
  for (const entry of text.split(",")) {
    const [id = "", encoded = ""] = entry.trim().split(":")
    const master = Buffer.from(encoded, "base64")
    if (!idPattern.test(id) || master.length !== 32 || masters.has(id))
      throw new Error("KEY_RING is malformed")
    masters.set(id, master)
  }
  const ids = [...masters.keys()]
  const [activeId] = ids
  if (activeId === undefined) throw new Error("KEY_RING is empty")
  const derived = new Map<string, Buffer>()
  return {
    activeId,
    ids,
    derive(id, purpose) {
      const name = `${id}/${purpose}`
      const known = derived.get(name)
      if (known) return known
      const master = masters.get(id)
      if (!master) throw new KeyMissing(id)
      const key = Buffer.from(hkdfSync("sha256", master, "dla-sso", purpose, 32))
      derived.set(name, key)
      return key
    },
  }
}
