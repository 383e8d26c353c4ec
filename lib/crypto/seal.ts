import "server-only"
import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto"
import type { KeyRing } from "./key-ring"

const version = 1
const nonceLength = 12
const tagLength = 16

/**
 * Seals text with AES-256-GCM under the active key. `place` (table, column and row) is authenticated too, so that a
 * sealed value moved to another row does not open. Layout: version, length of key id, key id, nonce, tag, ciphertext.
 */
export function seal(ring: KeyRing, place: string, plain: string): Buffer {
  const id = Buffer.from(ring.activeId, "ascii")
  const head = Buffer.concat([Buffer.from([version, id.length]), id])
  const nonce = randomBytes(nonceLength)
  const cipher = createCipheriv("aes-256-gcm", ring.derive(ring.activeId, "seal"), nonce)
  cipher.setAAD(Buffer.concat([head, Buffer.from(place)]))
  const body = Buffer.concat([cipher.update(plain, "utf8"), cipher.final()])
  return Buffer.concat([head, nonce, cipher.getAuthTag(), body])
}

/** Opens what `seal` made for the same place. Throws when it was changed or moved, and `KeyMissing` when its key is gone. */
export function open(ring: KeyRing, place: string, sealed: Buffer): string {
  const { id, head, nonce, tag, body } = parts(sealed)
  const decipher = createDecipheriv("aes-256-gcm", ring.derive(id, "seal"), nonce, {
    authTagLength: tagLength,
  })
  decipher.setAAD(Buffer.concat([head, Buffer.from(place)]))
  decipher.setAuthTag(tag)
  return Buffer.concat([decipher.update(body), decipher.final()]).toString("utf8")
}

/** Which key sealed a value, so that rotation knows what is left to do. */
export function sealedBy(sealed: Buffer): string {
  return parts(sealed).id
}

function parts(sealed: Buffer) {
  const idLength = sealed[1] ?? 0
  const headLength = 2 + idLength
  const bodyStart = headLength + nonceLength + tagLength
  if (sealed[0] !== version || sealed.length < bodyStart) throw new Error("not a sealed value")
  return {
    id: sealed.subarray(2, headLength).toString("ascii"),
    head: sealed.subarray(0, headLength),
    nonce: sealed.subarray(headLength, headLength + nonceLength),
    tag: sealed.subarray(headLength + nonceLength, bodyStart),
    body: sealed.subarray(bodyStart),
  }
}
