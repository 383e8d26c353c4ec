import { KeyMissing, type KeyRing } from "@/lib/crypto/key-ring"
import { keyedHash } from "@/lib/crypto/keyed-hash"
import { open, seal, sealedBy } from "@/lib/crypto/seal"
import type { SealedColumn } from "./sealed-columns"

/** A sealed value as it stands, with its hash where the column has one. */
export type SealedRow = { readonly id: string; readonly sealed: Buffer; readonly hash: Buffer | null }

/** What is to be done with a row; `due` brings what to write. */
export type Judged =
  | { readonly kind: "unchanged" }
  | { readonly kind: "key-missing"; readonly keyId: string }
  | { readonly kind: "unreadable" }
  | {
      readonly kind: "due"
      readonly id: string
      readonly sealed: Buffer
      readonly hash: Buffer | null
      readonly sealedAnew: boolean
      readonly hashedAnew: boolean
    }

/** Opens a value and tells whether seal and hash are the active key's. The text never leaves this function. */
export function judge(ring: KeyRing, { place, hash }: SealedColumn, row: SealedRow): Judged {
  let text: string
  try {
    text = open(ring, place(row.id), row.sealed)
  } catch (error) {
    return error instanceof KeyMissing ? { kind: "key-missing", keyId: error.id } : { kind: "unreadable" }
  }
  const wanted = hash ? keyedHash(ring, hash.purpose, text) : null
  const sealedAnew = sealedBy(row.sealed) !== ring.activeId
  const hashedAnew = wanted !== null && !(row.hash?.equals(wanted) ?? false)
  if (!(sealedAnew || hashedAnew)) return { kind: "unchanged" }
  const sealed = sealedAnew ? seal(ring, place(row.id), text) : row.sealed
  return { kind: "due", id: row.id, sealed, hash: wanted, sealedAnew, hashedAnew }
}
