import "server-only"
import { keyedHash, keyedHashes } from "@/lib/crypto/keyed-hash"
import { keyRing } from "@/lib/crypto/ring"
import { sameBytes } from "@/lib/crypto/same-bytes"

/** Which page of which print a sheet of paper is. */
export type PrintedPage = {
  /** The request's number, `O-4827-1935`. */
  readonly number: string
  /** Moves with what stands on the print, see `orders.print_version`. */
  readonly printVersion: number
  /** From 1. */
  readonly page: number
  readonly of: number
}

/** Fifty bits: no page is invented by chance, and the code stays small enough for a worn scan. */
const checkLength = 10
// Crockford's 32 signs: none looks like another where someone has to read them to us.
const signs = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"

const pattern =
  /\/q\/(O-\d{4}-\d{4})\/([1-9]\d{0,5})\/([1-9]\d{0,2})-([1-9]\d{0,2})\/([0-9A-HJKMNP-TV-Z]{10})$/

/**
 * What the QR code of a printed page says: an address that leads to the request, with a short MAC by which a code that
 * this portal never printed is noticed. It holds no personal data.
 *
 * @param origin of the portal, without a slash at its end
 */
export function printCode(origin: string, page: PrintedPage): string {
  return `${origin}/${pathOf(page)}/${shown(keyedHash(keyRing(), "order-print", pathOf(page)))}`
}

/**
 * Reads what a QR code says. Nothing where it is not one of ours: another's address, a page changed by hand, or a code
 * printed under a key that the ring no longer holds. The origin is not compared, since a portal can move.
 */
export function readPrintCode(text: string): PrintedPage | undefined {
  const [, number = "", printVersion, page, of, check = ""] = pattern.exec(text) ?? []
  const read = { number, printVersion: Number(printVersion), page: Number(page), of: Number(of) }
  const isSound = number !== "" && read.page <= read.of
  if (!isSound) return undefined
  const ours = keyedHashes(keyRing(), "order-print", pathOf(read)).map(shown)
  return ours.some((one) => sameBytes(Buffer.from(one), Buffer.from(check))) ? read : undefined
}

function pathOf({ number, printVersion, page, of }: PrintedPage): string {
  return `q/${number}/${printVersion}/${page}-${of}`
}

function shown(mac: Buffer): string {
  return Array.from(mac.subarray(0, checkLength), (byte) => signs[byte & 31]).join("")
}
