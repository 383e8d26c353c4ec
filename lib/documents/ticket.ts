import "server-only"
import { keyedHash, keyedHashes } from "@/lib/crypto/keyed-hash"
import { keyRing } from "@/lib/crypto/ring"
import { sameBytes } from "@/lib/crypto/same-bytes"

/**
 * What opens the sending of a document's bytes. Whoever may add one to a request is asked by the request's room, once;
 * his page holds the ticket from then on, and goes on with it after a dropped connection.
 */
export function documentTicket(id: string): string {
  return keyedHash(keyRing(), "document-ticket", id).toString("base64url")
}

/** Whether a ticket is that of the document, under any key of the ring. */
export function isTicketOf(id: string, ticket: string): boolean {
  const given = Buffer.from(ticket, "base64url")
  return keyedHashes(keyRing(), "document-ticket", id).some((hash) => sameBytes(hash, given))
}
