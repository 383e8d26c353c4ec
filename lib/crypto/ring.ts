import "server-only"
import { required } from "@/lib/env"
import { type KeyRing, parseKeyRing } from "./key-ring"

let ring: KeyRing | undefined

/** The key ring of this process, from `KEY_RING`. */
export function keyRing(): KeyRing {
  ring ??= parseKeyRing(required("KEY_RING"))
  return ring
}
