import {
  createLocalJWKSet,
  exportJWK,
  generateKeyPair,
  type JWTHeaderParameters,
  type JWTVerifyGetKey,
  SignJWT,
} from "jose"
import { beforeAll, describe, expect, it } from "vitest"
import { readLogoutToken } from "./logout-token"

const now = new Date("2026-12-10T03:00:00Z")
const seconds = Math.floor(now.getTime() / 1000)
const expected = { issuer: "https://sso.example/oidc", clientId: "info", now }
const event = { "http://schemas.openid.net/event/backchannel-logout": {} }
type Claims = { readonly [name: string]: unknown }
const usual: Claims = {
  iss: expected.issuer,
  aud: "info",
  iat: seconds,
  exp: seconds + 120,
  jti: "once",
  sid: "s1",
  sub: "p1",
  events: event,
}

let own: CryptoKeyPair
let foreign: CryptoKeyPair
let keys: JWTVerifyGetKey
beforeAll(async () => {
  own = await generateKeyPair("RS256")
  foreign = await generateKeyPair("RS256")
  keys = createLocalJWKSet({ keys: [{ ...(await exportJWK(own.publicKey)), kid: "k1", alg: "RS256" }] })
})

async function read(
  more: Claims,
  header: Partial<JWTHeaderParameters> = {},
  key: CryptoKey | Uint8Array = own.privateKey,
) {
  const payload = Object.fromEntries(
    Object.entries({ ...usual, ...more }).filter(([, value]) => value !== undefined),
  )
  const protectedHeader = { alg: "RS256", kid: "k1", typ: "logout+jwt", ...header }
  const token = await new SignJWT(payload).setProtectedHeader(protectedHeader).sign(key)
  return await readLogoutToken(token, keys, expected)
}

describe("a logout token", () => {
  it("is taken by session, by person, or both", async () => {
    expect(await read({})).toMatchObject({ jti: "once", sid: "s1", sub: "p1" })
    expect(await read({ sub: undefined })).toMatchObject({ sid: "s1", sub: undefined })
    expect(await read({ sid: undefined })).toMatchObject({ sid: undefined, sub: "p1" })
  })

  it.each<[string, Claims]>([
    ["of another issuer", { iss: "https://evil.example/oidc" }],
    ["for another client", { aud: "laas" }],
    ["that is over", { exp: seconds - 60 }],
    ["from the future", { iat: seconds + 600 }],
    ["too old", { iat: seconds - 3600, exp: seconds + 10 }],
    ["without iat", { iat: undefined }],
    ["without exp", { exp: undefined }],
    ["without jti", { jti: undefined }],
    ["without events", { events: undefined }],
    ["with other events", { events: { "https://example/other": {} } }],
    ["whose event is no object", { events: { "http://schemas.openid.net/event/backchannel-logout": true } }],
    ["with a nonce", { nonce: "n" }],
    ["that names nobody", { sid: undefined, sub: undefined }],
  ])("%s is refused", async (_name, more) => {
    await expect(read(more)).rejects.toThrow()
  })

  it("of another kind, key or algorithm is refused", async () => {
    await expect(read({}, { typ: "JWT" })).rejects.toThrow()
    await expect(read({}, {}, foreign.privateKey)).rejects.toThrow()
    await expect(read({}, { alg: "HS256" }, new TextEncoder().encode("k".repeat(32)))).rejects.toThrow()
    const [head, body] = [{ alg: "none", typ: "logout+jwt" }, usual].map((part) =>
      Buffer.from(JSON.stringify(part)).toString("base64url"),
    )
    await expect(readLogoutToken(`${head}.${body}.`, keys, expected)).rejects.toThrow()
  })
})
