import "server-only"
import { createPublicKey } from "node:crypto"
import { clientLimits } from "./rules"

/** Public keys of a client as they are stored: a JWK set of what a signature is proved by and nothing else (RFC 7517). */
export type PublicKeys = { readonly keys: Record<string, unknown>[] }

/** Why a pasted key set is none of ours. */
type KeysFault = "keysWrong" | "keysPrivate" | "keysMany" | "keysWeak" | "keysSameKid"

const privateParts = ["d", "p", "q", "dp", "dq", "qi", "oth", "k"]
const publicParts = ["kty", "crv", "x", "y", "n", "e", "kid"]
const curves: Readonly<Record<string, string>> = { "P-256": "ES256", Ed25519: "EdDSA" }

/**
 * Reads a pasted JWK set, or a single JWK. A private key is refused wherever it stands and goes nowhere from here; RSA of
 * 2048 bits at least, P-256 and Ed25519 are taken.
 */
export function readPublicKeys(text: string): PublicKeys | KeysFault {
  const pasted = parsed(text)
  if (!pasted) return "keysWrong"
  const listed: unknown = "keys" in pasted ? pasted.keys : [pasted]
  if (!Array.isArray(listed) || listed.length === 0) return "keysWrong"
  if (listed.length > clientLimits.keys) return "keysMany"
  if (listed.some((key) => isObject(key) && privateParts.some((part) => part in key))) return "keysPrivate"
  const keys = listed.map(publicKey)
  const fault = keys.find((key) => typeof key === "string")
  if (fault) return fault
  const good = keys.filter((key) => typeof key === "object")
  const kids = good.flatMap(({ kid }) => (kid === undefined ? [] : [kid]))
  if (new Set(kids).size < kids.length || (good.length > 1 && kids.length < good.length)) return "keysSameKid"
  return { keys: good }
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value)

function parsed(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return isObject(value) ? value : undefined
  } catch {
    return undefined
  }
}

function publicKey(jwk: unknown): Record<string, unknown> | KeysFault {
  if (!isObject(jwk)) return "keysWrong"
  const kept = Object.fromEntries(publicParts.flatMap((part) => (part in jwk ? [[part, jwk[part]]] : [])))
  if (Object.values(kept).some((value) => typeof value !== "string" || value.length > 1500))
    return "keysWrong"
  try {
    const key = createPublicKey({ key: kept, format: "jwk" })
    if (kept.kty === "RSA") {
      const bits = key.asymmetricKeyDetails?.modulusLength ?? 0
      return bits >= 2048 && bits <= 8192 ? { ...kept, use: "sig" } : "keysWeak"
    }
    const alg = curves[String(kept.crv)]
    return alg ? { ...kept, use: "sig", alg } : "keysWeak"
  } catch {
    return "keysWrong"
  }
}
