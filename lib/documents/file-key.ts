import "server-only"
import { keyRing } from "@/lib/crypto/ring"
import { open, seal } from "@/lib/crypto/seal"
import { newFileKey, type SealedFile } from "@/lib/storage/sealed-frames"
import { documentKeyPlace } from "./places"

/** A new document's own key as its row keeps it: under the key ring, so that a rotation renews this and no file. */
export function newSealedKey(id: string): Buffer {
  return seal(keyRing(), documentKeyPlace(id), newFileKey().toString("base64"))
}

/** A file of a document in the storage: what was sent itself, or one of its pages. */
export function sealedFile(
  { id, keySealed }: { readonly id: string; readonly keySealed: Buffer },
  storageKey: string,
): SealedFile {
  return { name: storageKey, key: Buffer.from(open(keyRing(), documentKeyPlace(id), keySealed), "base64") }
}
