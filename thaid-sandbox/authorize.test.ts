import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest"
import { Caller } from "./testing/caller"
import { narrow, type RunningSandbox, startSandbox, wide } from "./testing/running-sandbox"

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

describe("discovery", () => {
  it("stands at the root, with the odd key, and without PKCE, claims or introspection", async () => {
    const answer = await caller.fetch("/.well-known/openid-configuration")
    expect(await answer.json()).toEqual({
      issuer: sandbox.origin,
      authorization_endpoint: `${sandbox.origin}/api/v2/oauth2/auth/`,
      token_endpoint: `${sandbox.origin}/api/v2/oauth2/token/`,
      userinfo_endpoint: `${sandbox.origin}/api/v2/oauth2/userinfo/`,
      revocation_endpoint: `${sandbox.origin}/api/v2/oauth2/revoke/`,
      jwks_uri: `${sandbox.origin}/jwks/`,
      response_types_supported: ["code"],
      grant_types_supported: ["authorization_code", "refresh_token"],
      subject_type_supported: ["public"],
      id_token_signing_alg_values_supported: ["ES256"],
      token_endpoint_auth_methods_supported: ["client_secret_basic", "client_secret_post"],
      scopes_supported: wide.scopes,
    })
  })
  it("is not found under /api/v2/", async () => {
    expect((await caller.fetch("/api/v2/.well-known/openid-configuration")).status).toBe(404)
  })
  it("names addresses that end in a slash, and without it there is nothing", async () => {
    for (const path of ["/jwks", "/api/v2/oauth2/auth", "/api/v2/oauth2/userinfo"])
      expect((await caller.fetch(path)).status, path).toBe(404)
  })
})

describe("keys", () => {
  it("are at least two of EC P-256 with identifiers of 32 hex characters, and no private part", async () => {
    const keys = await caller.keys()
    expect(keys.length).toBeGreaterThanOrEqual(2)
    for (const key of keys) {
      expect(key).toMatchObject({ kty: "EC", crv: "P-256", alg: "ES256", use: "sig" })
      expect(key.kid).toMatch(/^[0-9a-f]{32}$/)
      expect(key).not.toHaveProperty("d")
    }
  })
  it("rotate on command: a new one signs, at most three are published", async () => {
    const before = await caller.keys()
    const { kid } = (await (await caller.post("/sandbox/keys/rotate", {})).json()) as { kid: string }
    await caller.post("/sandbox/keys/rotate", {})
    const after = await caller.keys()
    expect(before.map((key) => key.kid)).not.toContain(kid)
    expect(after.map((key) => key.kid)).toContain(kid)
    expect(after).toHaveLength(3)
  })
})

describe("the authorize request", () => {
  it("is answered with a page when it is in order", async () => {
    const answer = await caller.authorize()
    expect(answer.status).toBe(200)
    expect(answer.headers.get("x-sandbox-ref-code")).toMatch(/^[2-9A-Z]{6}$/)
  })
  it.each(["response_type", "client_id", "redirect_uri", "scope", "state"])("requires %s", async (name) => {
    expect(await errorOf(await caller.authorize({ [name]: null }))).toEqual([400, "invalid_request"])
    expect(await errorOf(await caller.authorize({ [name]: "" }))).toEqual([400, "invalid_request"])
  })
  it("refuses an unknown client with 401 in place, named as the sandbox or as the document does", async () => {
    expect(await errorOf(await caller.authorize({ client_id: "nobody" }))).toEqual([
      401,
      "unauthorized_client",
    ])
    await caller.switch({ unknownClient: "invalid_client" })
    expect(await errorOf(await caller.authorize({ client_id: "nobody" }))).toEqual([401, "invalid_client"])
  })
  it.each([
    "http://127.0.0.1:1/api/thaid/callback/",
    "https://127.0.0.1:1/api/thaid/callback",
    "http://127.0.0.1:2/api/thaid/callback",
    "http://127.0.0.1:1/api/thaid/Callback",
    narrow.redirectUris[0] ?? "",
  ])("compares redirect_uri character by character: %s", async (uri) => {
    expect(await errorOf(await caller.authorize({ redirect_uri: uri }))).toEqual([400, "invalid_request"])
  })
  it("fails as a whole for one scope that the client was not granted", async () => {
    const changes = { client_id: narrow.clientId, redirect_uri: narrow.redirectUris[0] ?? "" }
    expect((await caller.authorize({ ...changes, scope: "openid pid" })).status).toBe(200)
    const bad = await caller.authorize({ ...changes, scope: "openid pid birthdate" })
    expect(await errorOf(bad)).toEqual([400, "invalid_scope"])
  })
  it("refuses another response_type in place", async () => {
    const answer = await caller.authorize({ response_type: "token" })
    expect(await errorOf(answer)).toEqual([400, "unsupported_response_type"])
  })
  it("sends errors of scope and response_type back, with state, once switched so", async () => {
    await caller.switch({ errorsByRedirect: true })
    for (const [change, error] of [
      [{ scope: "openid nonsense" }, "invalid_scope"],
      [{ response_type: "token" }, "unsupported_response_type"],
    ] as const) {
      const answer = await caller.authorize(change)
      const location = new URL(answer.headers.get("location") ?? "")
      expect([answer.status, `${location.origin}${location.pathname}`]).toEqual([302, wide.redirectUris[0]])
      expect(location.searchParams.get("error")).toBe(error)
      expect(location.searchParams.get("state")).toBe("state-of-this-browser")
    }
    expect((await caller.authorize({ redirect_uri: "https://evil.example/" })).status).toBe(400)
  })
  it("ignores parameters that it does not know, and refuses known ones given twice", async () => {
    expect((await caller.authorize({ prompt: "login", nonsense: "1" })).status).toBe(200)
    const twice = new URLSearchParams([
      ["response_type", "code"],
      ["response_type", "code"],
      ["client_id", wide.clientId],
    ])
    expect((await caller.fetch(`/api/v2/oauth2/auth/?${twice}`)).status).toBe(400)
  })
  it("takes any challenge by default and demands S256 when PKCE is strict", async () => {
    expect((await caller.authorize({ code_challenge: "x", code_challenge_method: "none" })).status).toBe(200)
    await caller.switch({ pkce: "strict" })
    expect(await errorOf(await caller.authorize())).toEqual([400, "invalid_request"])
    const plain = await caller.authorize({ code_challenge: "x", code_challenge_method: "plain" })
    expect(plain.status).toBe(400)
    expect((await caller.authorize({ code_challenge: "x", code_challenge_method: "S256" })).status).toBe(200)
  })
  it("is a GET: anything else is not allowed", async () => {
    expect((await caller.fetch("/api/v2/oauth2/auth/", { method: "POST" })).status).toBe(405)
  })
})
