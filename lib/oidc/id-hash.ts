import "server-only"
import { createHash } from "node:crypto"

/** Under what a value of the provider is kept: never the value itself. */
export function idHashOf(value: string): Buffer {
  return createHash("sha256").update(value, "utf8").digest()
}
