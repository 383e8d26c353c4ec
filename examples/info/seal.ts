import { createCipheriv, createDecipheriv, createHash, randomBytes } from "node:crypto"

/** Seals a value (AES-256-GCM) so that whoever reads the database or a cookie learns nothing of it; `use` binds it. */
export function seal(key: Buffer, use: string, value: unknown): Buffer {
  const iv = randomBytes(12)
  const cipher = createCipheriv("aes-256-gcm", key, iv).setAAD(Buffer.from(use))
  const text = Buffer.concat([cipher.update(JSON.stringify(value), "utf8"), cipher.final()])
  return Buffer.concat([iv, cipher.getAuthTag(), text])
}

/** Opens what was sealed for this use; nothing where it was not, or was changed. */
export function unseal(key: Buffer, use: string, sealed: Uint8Array): unknown {
  try {
    const bytes = Buffer.from(sealed)
    const cipher = createDecipheriv("aes-256-gcm", key, bytes.subarray(0, 12), { authTagLength: 16 })
    cipher.setAAD(Buffer.from(use)).setAuthTag(bytes.subarray(12, 28))
    return JSON.parse(Buffer.concat([cipher.update(bytes.subarray(28)), cipher.final()]).toString("utf8"))
  } catch {
    return undefined
  }
}

/** Under what a random value is kept: never the value itself. */
export function hashOf(value: string): Buffer {
  return createHash("sha256").update(value, "utf8").digest()
}

/** A random name that nobody can guess. */
export function randomName(): string {
  return randomBytes(32).toString("base64url")
}
