import "server-only"
import { timingSafeEqual } from "node:crypto"

/** Whether two secrets are equal, in time that tells nothing but their lengths. */
export function sameBytes(a: Buffer, b: Buffer): boolean {
  return a.length === b.length && timingSafeEqual(a, b)
}
