import "server-only"
import { createHash, createHmac } from "node:crypto"
import type { KeyRing } from "@/lib/crypto/key-ring"
import { type EventText, encode, eventFields } from "./canonical"

const version = "1"

/** A link's place in the chain. */
export type Link = {
  readonly month: string
  readonly link: number
  readonly keyId: string
  /** When it was sealed, as the database writes it. */
  readonly sealedAt: string
}

/** A month closed for good. */
export type Closing = {
  readonly month: string
  readonly position: number
  readonly links: number
  readonly headMac: Buffer
  readonly keyId: string
  readonly closedAt: string
}

/** What the first link of a month continues. Each month is a chain of its own, so that an old one can go. */
export function genesis(month: string): Buffer {
  return createHash("sha256")
    .update(encode(["dla-sso audit", version, month]))
    .digest()
}

/** What the first closed month continues. */
export const closingGenesis: Buffer = createHash("sha256")
  .update(encode(["dla-sso audit months", version]))
  .digest()

/** HMAC-SHA-256 over the link before and all that this link says. Throws when the ring lacks the key. */
export function linkMac(ring: KeyRing, before: Buffer, link: Link, event: EventText): Buffer {
  const said = encode([
    version,
    "link",
    link.month,
    String(link.link),
    link.keyId,
    link.sealedAt,
    ...eventFields(event),
  ])
  return createHmac("sha256", ring.derive(link.keyId, "audit")).update(before).update(said).digest()
}

/** HMAC-SHA-256 that chains a closed month, with its number of links and its head, to the month closed before. */
export function closingMac(ring: KeyRing, before: Buffer, closing: Closing): Buffer {
  const { month, position, links, headMac, keyId, closedAt } = closing
  const said = encode([
    version,
    "month",
    month,
    String(position),
    String(links),
    headMac.toString("hex"),
    keyId,
    closedAt,
  ])
  return createHmac("sha256", ring.derive(keyId, "audit")).update(before).update(said).digest()
}

/** An instant as the database writes it in the chain's queries: UTC, to the microsecond. */
export function instantText(at: Date): string {
  return at.toISOString().replace("Z", "000")
}
