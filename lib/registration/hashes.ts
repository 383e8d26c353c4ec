import "server-only"
import { keyedHash, keyedHashes } from "@/lib/crypto/keyed-hash"
import { keyRing } from "@/lib/crypto/ring"
import { sameBytes } from "@/lib/crypto/same-bytes"

const purpose = "registration"

/** What is kept of the token of a browser's registration cookie. */
export function registrationTokenHash(token: string): Buffer {
  return keyedHash(keyRing(), purpose, `token/${token}`)
}

/** The hashes by which it may be kept, one for each key of the ring. */
export function registrationTokenHashes(token: string): Buffer[] {
  return keyedHashes(keyRing(), purpose, `token/${token}`)
}

/** What is kept of a request's secret: that of one request is none of another. */
export function secretHash(registrationId: string, secret: string): Buffer {
  return keyedHash(keyRing(), purpose, `secret/${registrationId}/${secret}`)
}

/** Whether a secret is the one that is kept. */
export function isSecret(registrationId: string, secret: string, kept: Buffer): boolean {
  const hashes = keyedHashes(keyRing(), purpose, `secret/${registrationId}/${secret}`)
  return hashes.some((hash) => sameBytes(hash, kept))
}

/** What is kept of a mailed code: it belongs to its row. */
export function registrationCodeHash(codeId: string, code: string): Buffer {
  return keyedHash(keyRing(), purpose, `code/${codeId}/${code}`)
}

/** Whether a code is the one that is kept. */
export function isRegistrationCode(codeId: string, code: string, kept: Buffer): boolean {
  const hashes = keyedHashes(keyRing(), purpose, `code/${codeId}/${code}`)
  return hashes.some((hash) => sameBytes(hash, kept))
}

/** The ticket of a browser that knew number and secret: which request, until when, and a mark that nobody else can make. */
export function makeTicket(registrationId: string, until: Date): string {
  const said = `${registrationId}.${until.getTime()}`
  return `${said}.${keyedHash(keyRing(), purpose, `ticket/${said}`).toString("base64url")}`
}

/** The request of a ticket that is genuine and not over. */
export function readTicket(ticket: string, now: Date): string | undefined {
  const [id = "", until = "", mark = ""] = ticket.split(".")
  const given = Buffer.from(mark, "base64url")
  const marks = keyedHashes(keyRing(), purpose, `ticket/${id}.${until}`)
  return marks.some((hash) => sameBytes(hash, given)) && Number(until) > now.getTime() ? id : undefined
}
