import "server-only"
import { randomBytes } from "node:crypto"
import { secretOf } from "./rules"

/** A new secret, by chance. */
export function newSecret(): string {
  // a tenth of all bytes is passed over; that 52 of 64 would be does not happen
  return secretOf(randomBytes(64))
}
