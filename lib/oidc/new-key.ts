import "server-only"
import { createHash, generateKeyPair, randomBytes } from "node:crypto"
import { promisify } from "node:util"
import type { KeyRow } from "@/db/queries/oidc"
import type { KeyRing } from "@/lib/crypto/key-ring"
import { seal } from "@/lib/crypto/seal"
import { oidcKeyPlace } from "@/lib/systems/places"

const generate = promisify(generateKeyPair)

/** The name of a public key: its thumbprint (RFC 7638). */
function thumbprint(jwk: JsonWebKey): string {
  const { kty, crv, x, y, n, e } = jwk
  const required = kty === "RSA" ? { e, kty, n } : { crv, kty, x, y }
  return createHash("sha256").update(JSON.stringify(required)).digest("base64url")
}

/** A fresh key, sealed: a pair to sign with (RSA of 2048 bits or P-256), or a secret. */
export async function newKey(
  ring: KeyRing,
  use: KeyRow["use"],
): Promise<{ readonly kid: string; readonly keySealed: Buffer }> {
  if (use === "cookies" || use === "subjects") {
    const kid = randomBytes(16).toString("base64url")
    return { kid, keySealed: seal(ring, oidcKeyPlace(kid), randomBytes(32).toString("base64url")) }
  }
  const { privateKey } =
    use === "RS256"
      ? await generate("rsa", { modulusLength: 2048 })
      : await generate("ec", { namedCurve: "P-256" })
  const jwk = privateKey.export({ format: "jwk" })
  const kid = thumbprint(jwk)
  const text = JSON.stringify({ ...jwk, kid, alg: use, use: "sig" })
  return { kid, keySealed: seal(ring, oidcKeyPlace(kid), text) }
}
