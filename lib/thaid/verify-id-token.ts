import "server-only"
import { createHash } from "node:crypto"
import { decodeProtectedHeader, errors, importJWK, type JWTPayload, jwtVerify } from "jose"
import { log } from "@/lib/log"
import type { ThaidClient } from "./client"
import { stop } from "./failure"

/** How far clocks may differ, in seconds. */
const skew = 60

/** Longest life of an ID token, in seconds. */
const longestLife = 15 * 60

/** How recently the person must have agreed for a step-up, in seconds. */
const recent = 5 * 60

/** What an ID token must agree with. */
export type Expected = {
  readonly accessToken: string | undefined
  /** Whether a nonce is the one that was sent; only its hash is known here. */
  readonly isNonce: (claimed: string) => boolean
  /** Whether the person must have agreed within the last five minutes. */
  readonly isRecent: boolean
  readonly now: Date
  readonly signal: AbortSignal
}

/**
 * The claims of an ID token after all checks (OpenID Connect Core 1.0 §3.1.3.7 and `nonce`, `at_hash`, lifetime): the
 * signature by a published key, ES256 and nothing else. Stops at the first that fails.
 */
export async function verifyIdToken(
  client: ThaidClient,
  token: string,
  expected: Expected,
): Promise<JWTPayload> {
  const claims = await signedClaims(client, token, expected)
  const { clientId, isNonceRequired } = client.configuration
  const at = Math.floor(expected.now.getTime() / 1000)
  const audience = Array.isArray(claims.aud) ? claims.aud : [claims.aud]
  if (audience.length !== 1 || audience[0] !== clientId) return stop("unverified", "aud")
  if (!claims.sub) return stop("unverified", "sub")
  const { iat, exp } = claims
  if (iat === undefined || iat > at + skew) return stop("unverified", "iat")
  if (exp === undefined || exp - iat > longestLife || exp <= iat) return stop("unverified", "lifetime")
  checkAccessTokenHash(claims.at_hash, expected.accessToken)
  checkNonce(claims.nonce, expected.isNonce, isNonceRequired)
  checkAuthTime(claims.auth_time, expected.isRecent, at)
  return claims
}

async function signedClaims(client: ThaidClient, token: string, expected: Expected): Promise<JWTPayload> {
  const { origin, clientId } = client.configuration
  const { alg, kid } = headerOf(token)
  if (alg !== "ES256") return stop("unverified", "alg")
  const published = kid ? await client.key(kid, expected.now, expected.signal) : undefined
  if (published?.kty !== "EC" || published.crv !== "P-256") return stop("unverified", "key")
  try {
    const { payload } = await jwtVerify(token, await importJWK(published, "ES256"), {
      algorithms: ["ES256"],
      issuer: origin,
      audience: clientId,
      clockTolerance: skew,
      currentDate: expected.now,
      requiredClaims: ["exp", "iat"],
    })
    return payload
  } catch (thrown) {
    return stop("unverified", whyOf(thrown))
  }
}

function headerOf(token: string): { readonly alg?: string | undefined; readonly kid?: string | undefined } {
  try {
    return decodeProtectedHeader(token)
  } catch {
    return stop("unverified", "malformed")
  }
}

const claimNames = ["iss", "aud", "exp", "iat"] as const

function whyOf(thrown: unknown): "signature" | "malformed" | (typeof claimNames)[number] {
  if (thrown instanceof errors.JWSSignatureVerificationFailed) return "signature"
  if (thrown instanceof errors.JWTExpired) return "exp"
  if (!(thrown instanceof errors.JWTClaimValidationFailed)) return "malformed"
  return claimNames.find((name) => name === thrown.claim) ?? "malformed"
}

/** The left half of the access token's SHA-256 (OpenID Connect Core 1.0 §3.1.3.6), where the token tells it. */
function checkAccessTokenHash(claimed: unknown, accessToken: string | undefined): void {
  if (claimed === undefined) return
  const digest = createHash("sha256")
    .update(accessToken ?? "")
    .digest()
  if (claimed !== digest.subarray(0, digest.length / 2).toString("base64url")) stop("unverified", "at-hash")
}

function checkNonce(claimed: unknown, isNonce: Expected["isNonce"], isRequired: boolean): void {
  if (claimed === undefined && !isRequired) {
    log.warn("thaid: the ID token brought no nonce back")
    return
  }
  if (typeof claimed !== "string" || !isNonce(claimed)) stop("unverified", "nonce")
}

function checkAuthTime(claimed: unknown, isRecent: boolean, at: number): void {
  if (claimed === undefined && !isRecent) return
  const isTime = typeof claimed === "number" && claimed <= at + skew
  if (!isTime || (isRecent && claimed < at - recent - skew)) stop("unverified", "auth-time")
}
