import { createHmac } from "node:crypto"
import { claimsOf, dateIn } from "./claims"
import type { Client } from "./clients"
import type { ArmedFault, FaultName, FaultValue } from "./faults"
import { atHash, compact, es256, newKey } from "./keys"
import { type CodeGrant, tokenSeconds } from "./tokens"
import type { World } from "./world"

type Claims = Record<string, unknown>
type Change = (claims: Claims, value: FaultValue, world: World) => void

const shift = (claims: Claims, names: readonly string[], seconds: number) => {
  for (const name of names) claims[name] = Number(claims[name]) + seconds
}

const opaque = "a3f1c6d2-sub-of-another-kind"

/** What each fault does to the values of a person; they strike flat fields and ID tokens alike. */
const personChanges: Partial<Record<FaultName, Change>> = {
  "missing-pid": (claims) => {
    delete claims.pid
    if (claims.sub) claims.sub = opaque
  },
  "pid-only-in-sub": (claims) => {
    delete claims.pid
  },
  "opaque-sub": (claims) => {
    if (claims.sub) claims.sub = opaque
  },
  "bad-check-digit": (claims) => {
    const pid = String(claims.pid ?? claims.sub)
    const bad = `${pid.slice(0, 12)}${(Number(pid[12]) + 1) % 10}`
    if (claims.pid) claims.pid = bad
    if (claims.sub) claims.sub = bad
  },
  "low-ial": (claims, value) => {
    claims.ial = String(value)
  },
  "expired-card": (claims, _, world) => {
    claims.date_of_expiry = dateIn(world.now(), -30)
  },
}

/** What each fault does to the protocol's own claims. */
const tokenChanges: Partial<Record<FaultName, Change>> = {
  "wrong-iss": (claims) => {
    claims.iss = `${claims.iss}/api/v2`
  },
  "wrong-aud": (claims) => {
    claims.aud = "another-client"
  },
  expired: (claims) => shift(claims, ["iat", "auth_time", "exp"], -2 * tokenSeconds),
  "issued-in-future": (claims) => shift(claims, ["iat", "exp"], 10 * 60),
  "long-lifetime": (claims) => shift(claims, ["exp"], 45 * 60),
  "old-auth-time": (claims) => shift(claims, ["auth_time"], -60 * 60),
  "clock-skew": (claims, value) => shift(claims, ["iat", "auth_time", "exp"], Number(value)),
  "nonce-mismatch": (claims) => {
    claims.nonce = "a-nonce-of-someone-else"
  },
  "nonce-missing": (claims) => {
    delete claims.nonce
  },
  "wrong-at-hash": (claims) => {
    claims.at_hash = atHash("another-access-token")
  },
}

function changed(claims: Claims, faults: readonly ArmedFault[], changes: typeof tokenChanges, world: World) {
  for (const { name, value } of faults) changes[name]?.(claims, value, world)
  return claims
}

/** The values of a person as a token answer, ID token or userinfo gives them, struck by the faults. */
export function personClaims(
  world: World,
  grant: CodeGrant,
  faults: readonly ArmedFault[],
  base: Claims = {},
): Claims {
  const { request, person } = grant
  const values = claimsOf(person, request.scopes, world.switches.of(request.clientId), world.now())
  return changed({ ...base, ...values }, faults, personChanges, world)
}

/** The ID token of a sign-in: ES256 under the key that signs now, unless a fault says otherwise. */
export function idToken(
  world: World,
  client: Client,
  grant: CodeGrant,
  accessToken: string,
  faults: readonly ArmedFault[],
): string {
  const { nonce } = grant.request
  const issuedAt = Math.floor(world.now() / 1000)
  const base: Claims = {
    iss: world.origin,
    sub: grant.person.nationalId,
    aud: client.clientId,
    exp: issuedAt + tokenSeconds,
    iat: issuedAt,
    auth_time: Math.floor(grant.authTime / 1000),
    at_hash: atHash(accessToken),
    version: "1.0",
    ...(nonce && world.switches.of(client.clientId).nonceEcho ? { nonce } : {}),
  }
  const claims = changed(personClaims(world, grant, faults, base), faults, tokenChanges, world)
  return signed(world, client, claims, new Set(faults.map(({ name }) => name)))
}

function signed(world: World, client: Client, claims: Claims, faults: ReadonlySet<FaultName>): string {
  const key = world.keys.signer
  const typ = "JWT"
  const hs256 = (secret: string | Buffer) =>
    compact({ alg: "HS256", typ, kid: key.kid }, claims, (input) =>
      createHmac("sha256", secret).update(input).digest(),
    )
  if (faults.has("alg-none")) return compact({ alg: "none", typ }, claims, () => Buffer.alloc(0))
  if (faults.has("hs256-public-key")) return hs256(key.publicKey.export({ type: "spki", format: "pem" }))
  if (faults.has("hs256-secret")) return hs256(client.clientSecret)
  if (faults.has("unknown-kid")) {
    const stranger = newKey()
    return compact({ alg: "ES256", typ, kid: stranger.kid }, claims, es256(stranger))
  }
  // The right name over another key's signature.
  const signer = faults.has("bad-signature") ? newKey() : key
  return compact({ alg: "ES256", typ, kid: key.kid }, claims, es256(signer))
}
