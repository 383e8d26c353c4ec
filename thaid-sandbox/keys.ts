import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from "node:crypto"

/** A signing key of the service; `kid` is 32 hex characters, as seen in the field. */
export type SigningKey = {
  readonly kid: string
  readonly publicKey: KeyObject
  readonly privateKey: KeyObject
}

/** A new EC P-256 key. */
export function newKey(): SigningKey {
  return { kid: randomBytes(16).toString("hex"), ...generateKeyPairSync("ec", { namedCurve: "P-256" }) }
}

const published = 3

/** The keys that the service publishes: always two or three, the first of which signs. */
export class Keys {
  #keys: readonly [SigningKey, ...SigningKey[]] = [newKey(), newKey()]

  get signer(): SigningKey {
    return this.#keys[0]
  }

  /** A new key signs from now on; the oldest leaves the list once there are three. */
  rotate(): SigningKey {
    const fresh = newKey()
    this.#keys = [fresh, ...this.#keys.slice(0, published - 1)]
    return fresh
  }

  /** The public halves, RFC 7517. */
  published(): { keys: Record<string, unknown>[] } {
    return {
      keys: this.#keys.map(({ kid, publicKey }) => ({
        ...publicKey.export({ format: "jwk" }),
        kid,
        use: "sig",
        alg: "ES256",
      })),
    }
  }
}

const encoded = (part: object) => Buffer.from(JSON.stringify(part)).toString("base64url")

/** A compact JWS, RFC 7515; `sign` gets the signing input and answers the signature. */
export function compact(header: object, claims: object, signing: (input: Buffer) => Buffer): string {
  const input = `${encoded(header)}.${encoded(claims)}`
  return `${input}.${signing(Buffer.from(input)).toString("base64url")}`
}

/** ES256 of RFC 7518: the signature is R and S one after the other, not DER. */
export const es256 = (key: SigningKey) => (input: Buffer) =>
  sign("sha256", input, { key: key.privateKey, dsaEncoding: "ieee-p1363" })

/** The left half of an access token's SHA-256 (OpenID Connect Core 3.1.3.6). */
export function atHash(accessToken: string): string {
  return createHash("sha256").update(accessToken).digest().subarray(0, 16).toString("base64url")
}
