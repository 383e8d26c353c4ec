import "server-only"
import { randomInt } from "node:crypto"

/**
 * A new request's number, `R-4827-1935` or `O-…`: digits by chance, so that nobody reads from it how many there are or
 * guesses the next one. The table's unique index is the judge; a clash is one in a hundred million per row.
 */
export function requestNumber(letter: "R" | "O"): string {
  const digits = String(randomInt(0, 100_000_000)).padStart(8, "0")
  return `${letter}-${digits.slice(0, 4)}-${digits.slice(4)}`
}
