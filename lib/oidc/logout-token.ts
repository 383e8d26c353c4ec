import "server-only"
import { createPrivateKey, randomUUID, sign } from "node:crypto"
import type { KeySet } from "./key-set"

/** Seconds in which a system has to take a logout token (OpenID Connect Back-Channel Logout 1.0 §4 wants two minutes at most). */
const lifetime = 120

const json = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url")

/** A logout token (OpenID Connect Back-Channel Logout 1.0 §2.4), signed by the key in force. It carries no nonce. */
export function logoutToken(
  keys: KeySet,
  told: {
    readonly issuer: string
    readonly clientId: string
    readonly alg: "RS256" | "ES256"
    readonly sub: string
    readonly sid: string
    readonly now: Date
  },
): string {
  // the first that fits is the active one
  const jwk = keys.jwks.find(({ alg }) => alg === told.alg)
  if (!jwk) throw new Error(`the OpenID Provider has no key for ${told.alg}`)
  const iat = Math.floor(told.now.getTime() / 1000)
  const claims = {
    iss: told.issuer,
    sub: told.sub,
    aud: told.clientId,
    iat,
    exp: iat + lifetime,
    jti: randomUUID(),
    sid: told.sid,
    events: { "http://schemas.openid.net/event/backchannel-logout": {} },
  }
  const said = `${json({ alg: told.alg, typ: "logout+jwt", kid: jwk.kid })}.${json(claims)}`
  const key = createPrivateKey({ key: jwk, format: "jwk" })
  // JWS wants the two numbers of ECDSA side by side (RFC 7518 §3.4)
  const signature = sign("sha256", Buffer.from(said), { key, dsaEncoding: "ieee-p1363" })
  return `${said}.${signature.toString("base64url")}`
}
