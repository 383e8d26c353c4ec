import "server-only"
import { randomBytes, randomInt } from "node:crypto"

/** A 256-bit token for a cookie or a link, in base64url. */
export function randomToken(): string {
  return randomBytes(32).toString("base64url")
}

/** A six-digit code, each of the million equally likely and from a secure source (OWASP ASVS 5.0 §6.5). */
export function randomSixDigits(): string {
  return String(randomInt(0, 1_000_000)).padStart(6, "0")
}
