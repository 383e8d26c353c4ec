import "server-only"
import { createHash, randomBytes } from "node:crypto"
import { plainTrace, traceLetters } from "./rules"

/** A number of 130 random bits that can be read out on the telephone: 26 letters and digits, none easily mistaken. */
export function newTrace(): string {
  // 256 is a multiple of 32, so that each letter is equally likely
  return Array.from(randomBytes(26), (byte) => traceLetters[byte % traceLetters.length]).join("")
}

/** Under what a number is kept. */
export function traceHash(typed: string): Buffer {
  return createHash("sha256").update(plainTrace(typed), "utf8").digest()
}
