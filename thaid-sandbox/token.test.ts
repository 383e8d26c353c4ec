import { createHash } from "node:crypto"
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest"
import { Caller, decoded, isSigned, type TokenAnswer } from "./testing/caller"
import { narrow, type RunningSandbox, startSandbox, stranger, wide } from "./testing/running-sandbox"

let sandbox: RunningSandbox
let caller: Caller

beforeAll(async () => {
  sandbox = await startSandbox()
  caller = new Caller(sandbox)
})
afterAll(() => sandbox.stop())
beforeEach(() => caller.switch({ reset: true }))

const errorOf = async (answer: Response) => {
  const { error } = (await answer.json()) as { error: string }
  return [answer.status, error]
}
const nowSeconds = () => Date.now() / 1000

describe("a code", () => {
  it("is good once; a repeat is invalid_request or, by a switch, duplicate_request", async () => {
    const code = await caller.code()
    expect((await caller.token(code)).status).toBe(200)
    expect(await errorOf(await caller.token(code))).toEqual([400, "invalid_request"])
    await caller.switch({ repeatedCode: "duplicate_request" })
    expect(await errorOf(await caller.token(code))).toEqual([400, "duplicate_request"])
  })
  it("is good once for twenty who come at the same time", async () => {
    const code = await caller.code()
    const answers = await Promise.all(Array.from({ length: 20 }, () => caller.token(code)))
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
  })
  it("is bound to its client", async () => {
    const answer = await caller.token(await caller.code(), {}, narrow)
    expect(await errorOf(answer)).toEqual([400, "invalid_request"])
  })
  it("is bound to its redirect_uri, and spent by the wrong one", async () => {
    const code = await caller.code()
    const answer = await caller.token(code, { redirect_uri: wide.redirectUris[1] ?? "" })
    expect(await errorOf(answer)).toEqual([400, "invalid_request"])
    expect((await caller.token(code)).status).toBe(400)
  })
  it("accepts a wrong verifier by default, and only the right one when PKCE is strict", async () => {
    const challenge = createHash("sha256").update("v".repeat(43)).digest("base64url")
    const asked = { code_challenge: challenge, code_challenge_method: "S256" }
    expect((await caller.token(await caller.code(asked), { code_verifier: "wrong" })).status).toBe(200)
    await caller.switch({ pkce: "strict" })
    const wrong = await caller.token(await caller.code(asked), { code_verifier: "wrong" })
    expect(await errorOf(wrong)).toEqual([400, "invalid_request"])
    expect((await caller.token(await caller.code(asked))).status).toBe(400)
    const right = await caller.token(await caller.code(asked), { code_verifier: "v".repeat(43) })
    expect(right.status).toBe(200)
  })
})

describe("a client proves itself", () => {
  it("by HTTP Basic, its credentials sent as issued", async () => {
    expect((await caller.token(await caller.code())).status).toBe(200)
  })
  it("not by credentials that were form-encoded first", async () => {
    const encoded = {
      clientId: encodeURIComponent(wide.clientId),
      clientSecret: encodeURIComponent(wide.clientSecret),
    }
    const answer = await caller.token(await caller.code(), {}, encoded)
    expect(answer.headers.get("www-authenticate")).toContain("Basic")
    expect(await errorOf(answer)).toEqual([401, "invalid_client"])
  })
  it("by fields of the body", async () => {
    const body = { client_id: wide.clientId, client_secret: wide.clientSecret }
    expect((await caller.token(await caller.code(), body, null)).status).toBe(200)
  })
  it("not by a wrong secret, nor by none", async () => {
    const wrong = { clientId: wide.clientId, clientSecret: "wrong" }
    expect(await errorOf(await caller.token("x", {}, wrong))).toEqual([401, "invalid_client"])
    expect(await errorOf(await caller.token("x", {}, null))).toEqual([401, "invalid_client"])
  })
  it("with the API key in the header that is demanded, when one is", async () => {
    await caller.switch({ apiKeyHeader: "x-imauth-apikey" })
    expect(await errorOf(await caller.token(await caller.code()))).toEqual([401, "access_denied"])
    const wrong = await caller.token(await caller.code(), {}, wide, { "x-imauth-apikey": "wrong" })
    expect(wrong.status).toBe(401)
    const right = await caller.token(await caller.code(), {}, wide, { "x-imauth-apikey": wide.apiKey })
    expect(right.status).toBe(200)
  })
})

describe("the token request", () => {
  it("needs a form, a grant type that exists, a code and a redirect_uri", async () => {
    const path = "/api/v2/oauth2/token/"
    expect(await errorOf(await caller.post(path, {}))).toEqual([400, "invalid_request"])
    expect(await errorOf(await caller.form(path, {}))).toEqual([400, "invalid_request"])
    const other = await caller.form(path, { grant_type: "password" })
    expect(await errorOf(other)).toEqual([400, "unsupported_grant_type"])
    expect(await errorOf(await caller.token(""))).toEqual([400, "invalid_request"])
    expect(await errorOf(await caller.token("x", { redirect_uri: "" }))).toEqual([400, "invalid_request"])
  })
})

describe("the token answer", () => {
  it("has flat fields and no ID token without openid", async () => {
    const answer = await caller.tokens({ scope: "pid given_name" })
    expect(answer).toMatchObject({ pid: stranger, given_name: "แปลกหน้า", token_type: "Bearer" })
    expect(answer.scope).toBe("pid given_name")
    expect(answer).not.toHaveProperty("id_token")
    expect(answer).not.toHaveProperty("family_name")
  })
  it("has an ID token and no flat fields with openid; both by a switch", async () => {
    const answer = await caller.tokens()
    expect(answer.id_token).toBeTypeOf("string")
    expect(answer).not.toHaveProperty("pid")
    await caller.switch({ flatFields: true })
    expect(await caller.tokens()).toMatchObject({ pid: stranger, id_token: expect.any(String) })
  })
  it("tells its expiry as an absolute time, fifteen minutes ahead, under either name", async () => {
    const { expires_in } = await caller.tokens()
    expect(Number(expires_in) - nowSeconds()).toBeGreaterThan(14 * 60)
    expect(Number(expires_in) - nowSeconds()).toBeLessThanOrEqual(15 * 60)
    await caller.switch({ expiryField: "expire_in" })
    const other = await caller.tokens()
    expect(other).not.toHaveProperty("expires_in")
    expect(Number(other.expire_in)).toBeGreaterThan(nowSeconds())
  })
  it("may bring a refresh token, which is good once", async () => {
    const { refresh_token = "" } = await caller.tokens()
    const fields = { grant_type: "refresh_token", refresh_token }
    const path = "/api/v2/oauth2/token/"
    expect((await caller.form(path, fields, narrow)).status).toBe(401)
    expect((await caller.form(path, fields)).status).toBe(200)
    expect(await errorOf(await caller.form(path, fields))).toEqual([401, "invalid_refresh_token"])
    await caller.switch({ refreshToken: false })
    expect(await caller.tokens()).not.toHaveProperty("refresh_token")
  })
})

describe("the ID token", () => {
  it("is signed ES256 by a published key, lives fifteen minutes, and holds what was granted and no more", async () => {
    const { id_token, access_token } = await caller.tokens()
    expect(isSigned(id_token, await caller.keys())).toBe(true)
    const { header, claims } = decoded(id_token)
    expect(header).toEqual({ alg: "ES256", typ: "JWT", kid: expect.stringMatching(/^[0-9a-f]{32}$/) })
    expect(claims.exp - claims.iat).toBe(15 * 60)
    expect(Math.abs(claims.iat - nowSeconds())).toBeLessThan(5)
    expect(Math.abs(claims.auth_time - nowSeconds())).toBeLessThan(5)
    const half = createHash("sha256").update(access_token).digest().subarray(0, 16)
    expect(claims).toEqual({
      iss: sandbox.origin,
      sub: stranger,
      aud: wide.clientId,
      iat: claims.iat,
      exp: claims.exp,
      auth_time: claims.auth_time,
      at_hash: half.toString("base64url"),
      version: "1.0",
      nonce: "nonce-of-this-sign-in",
      pid: stranger,
      given_name: "แปลกหน้า",
    })
  })
  it("gives every scope as the service formats it", async () => {
    const { id_token } = await caller.tokens({ scope: wide.scopes.join(" ") })
    expect(decoded(id_token).claims).toMatchObject({
      name: "นายแปลกหน้า ไม่รู้จัก",
      name_en: "Mr. Plaekna Mairujak",
      title: "นาย",
      birthdate: "1988-05-14",
      gender: "male",
      address: expect.any(String),
      smartcard_code: expect.stringMatching(/^ME1-/),
      ial: "2.3",
      date_of_issuance: expect.stringMatching(/^20\d\d-\d\d-\d\d$/),
      date_of_expiry: expect.stringMatching(/^20\d\d-\d\d-\d\d$/),
    })
  })
  it("echoes the nonce or, by a switch, not", async () => {
    await caller.switch({ nonceEcho: false })
    expect(decoded((await caller.tokens()).id_token).claims).not.toHaveProperty("nonce")
  })
  it("has the address as text or, by a switch, as an object; names padded, by another", async () => {
    await caller.switch({ address: "object", paddedNames: true })
    const { claims } = decoded((await caller.tokens({ scope: "openid address given_name" })).id_token)
    expect(claims.address).toEqual({ formatted: expect.stringContaining("ชัยภูมิ") })
    expect(claims.given_name).toBe("  แปลกหน้า ")
  })
  it("follows switches of one client and leaves the others alone", async () => {
    await caller.switch({ client: narrow.clientId, nonceEcho: false, refreshToken: false })
    const answer: TokenAnswer = await caller.tokens()
    expect(decoded(answer.id_token).claims).toHaveProperty("nonce")
    expect(answer).toHaveProperty("refresh_token")
  })
})

describe("what a token is worth", () => {
  const introspect = async (token: string) => {
    return (await caller.form("/api/v2/oauth2/introspect/", { token })).json()
  }
  const userinfo = (token: string, method = "GET") =>
    caller.fetch("/api/v2/oauth2/userinfo/", { method, headers: { authorization: `Bearer ${token}` } })

  it("introspection tells of bare and of prefixed tokens: active, sub and scope, no name", async () => {
    const { access_token } = await caller.tokens()
    const told = { active: true, sub: stranger, scope: "openid pid given_name" }
    expect(await introspect(access_token)).toEqual(told)
    expect(await introspect(`Bearer ${access_token}`)).toEqual(told)
    expect(await introspect("unknown")).toEqual({ active: false })
  })
  it.each(["", "Bearer "])("revocation takes access and refresh tokens with prefix “%s”", async (prefix) => {
    const { access_token, refresh_token = "" } = await caller.tokens()
    for (const token of [access_token, refresh_token]) {
      const answer = await caller.form("/api/v2/oauth2/revoke/", { token: `${prefix}${token}` })
      expect([answer.status, await answer.json()]).toEqual([200, { message: "revoked", status: "OK" }])
    }
    expect(await introspect(access_token)).toEqual({ active: false })
    const again = { grant_type: "refresh_token", refresh_token }
    expect((await caller.form("/api/v2/oauth2/token/", again)).status).toBe(401)
  })
  it("an unknown hint or no token at all is refused", async () => {
    for (const path of ["/api/v2/oauth2/introspect/", "/api/v2/oauth2/revoke/"]) {
      const hint = await caller.form(path, { token: "x", token_type_hint: "id_token" })
      expect(await errorOf(hint)).toEqual([400, "unsupported_token_hint"])
      expect(await errorOf(await caller.form(path, {}))).toEqual([400, "invalid_request"])
    }
  })
  it("both need the client's secret, and a client reaches its own tokens only", async () => {
    const { access_token: token } = await caller.tokens()
    expect((await caller.form("/api/v2/oauth2/introspect/", { token }, null)).status).toBe(401)
    expect((await caller.form("/api/v2/oauth2/revoke/", { token }, null)).status).toBe(401)
    await caller.form("/api/v2/oauth2/revoke/", { token }, narrow)
    expect(await introspect(token)).toMatchObject({ active: true })
  })
  it("userinfo gives what was granted with openid, to GET and POST, and 400 without it", async () => {
    const { access_token } = await caller.tokens()
    for (const method of ["GET", "POST"]) {
      const answer = await userinfo(access_token, method)
      expect(await answer.json()).toEqual({ sub: stranger, pid: stranger, given_name: "แปลกหน้า" })
    }
    const flat = await caller.tokens({ scope: "pid" })
    expect((await userinfo(flat.access_token)).status).toBe(400)
    expect((await userinfo("unknown")).status).toBe(401)
  })
})
