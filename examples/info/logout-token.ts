import { createRemoteJWKSet, type JWTVerifyGetKey, jwtVerify } from "jose"

/** Whom the portal tells to sign out; by session, by person, or both. */
export type Logout = {
  readonly jti: string
  readonly sid: string | undefined
  readonly sub: string | undefined
  readonly issuedAt: Date
  readonly expiresAt: Date
}

const event = "http://schemas.openid.net/event/backchannel-logout"

/** Who may say it, to whom, and when. */
export type Expected = { readonly issuer: string; readonly clientId: string; readonly now: Date }

/** The portal's public keys, fetched when needed and again when an unknown one signs. */
export function portalKeys(jwksUri: string): JWTVerifyGetKey {
  return createRemoteJWKSet(new URL(jwksUri), { timeoutDuration: 5_000, cooldownDuration: 5_000 })
}

/** Reads a logout token; throws at the first thing wrong with it (OpenID Connect Back-Channel Logout 1.0 §2.6). */
export async function readLogoutToken(
  token: string,
  keys: JWTVerifyGetKey,
  expected: Expected,
): Promise<Logout> {
  const { payload } = await jwtVerify(token, keys, {
    issuer: expected.issuer,
    audience: expected.clientId,
    algorithms: ["RS256", "ES256"],
    typ: "logout+jwt",
    requiredClaims: ["iat", "exp", "jti", "events"],
    maxTokenAge: 300,
    clockTolerance: 30,
    currentDate: expected.now,
  })
  const { iat = 0, exp = 0, jti, sub, sid, events } = payload
  const known =
    typeof events === "object" && events !== null ? (events as Record<string, unknown>)[event] : null
  if (typeof known !== "object" || known === null) throw new Error("no event of a logout")
  if ("nonce" in payload) throw new Error("a logout token has no nonce")
  if (!jti) throw new Error("no jti")
  const text = (value: unknown) => (typeof value === "string" && value !== "" ? value : undefined)
  if (!(text(sid) || text(sub))) throw new Error("neither a session nor a person")
  return {
    jti,
    sid: text(sid),
    sub: text(sub),
    issuedAt: new Date(iat * 1000),
    expiresAt: new Date((exp + 600) * 1000),
  }
}
