import { createHmac, createPublicKey } from "node:crypto"
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest"
import { isNationalId } from "./national-id"
import { Caller, decoded, isSigned, type PublishedKey } from "./testing/caller"
import { type RunningSandbox, startSandbox, stranger, wide } from "./testing/running-sandbox"

let sandbox: RunningSandbox
let caller: Caller

beforeAll(async () => {
  sandbox = await startSandbox({ THAID_SANDBOX_SLOW_SECONDS: "0.3" })
  caller = new Caller(sandbox)
})
afterAll(() => sandbox.stop())
beforeEach(async () => {
  await caller.post("/sandbox/faults", { clear: true })
})

/** The ID token of a sign-in with this fault armed. */
async function struck(name: string, wish: Readonly<Record<string, unknown>> = {}) {
  await caller.arm(name, wish)
  const { id_token, access_token } = await caller.tokens({
    scope: "openid pid ial date_of_expiry",
  })
  return { jws: id_token, access_token, keys: await caller.keys(), ...decoded(id_token) }
}

const hmac = (jws: string, secret: string | Buffer) => {
  const [header, claims, signature] = jws.split(".")
  return createHmac("sha256", secret).update(`${header}.${claims}`).digest("base64url") === signature
}
const nowSeconds = () => Date.now() / 1000
const discoveryPath = "/.well-known/openid-configuration"

describe("faults of the signature", () => {
  it("alg-none: no signature at all", async () => {
    const { header, jws } = await struck("alg-none")
    expect([header.alg, jws.split(".")[2]]).toEqual(["none", ""])
  })
  it("hs256-public-key: the public key as a secret", async () => {
    const { header, jws, keys } = await struck("hs256-public-key")
    const key = keys.find(({ kid }) => kid === header.kid) as PublishedKey
    const pem = createPublicKey({ key, format: "jwk" }).export({ type: "spki", format: "pem" })
    expect([header.alg, hmac(jws, pem)]).toEqual(["HS256", true])
  })
  it("hs256-secret: the client's secret", async () => {
    const { header, jws } = await struck("hs256-secret")
    expect([header.alg, hmac(jws, wide.clientSecret)]).toEqual(["HS256", true])
  })
  it("unknown-kid: a key that is not published", async () => {
    const { header, keys } = await struck("unknown-kid")
    expect(keys.map(({ kid }) => kid)).not.toContain(header.kid)
  })
  it("bad-signature: a published name over another key's signature", async () => {
    const { header, jws, keys } = await struck("bad-signature")
    expect(keys.map(({ kid }) => kid)).toContain(header.kid)
    expect(isSigned(jws, keys)).toBe(false)
  })
  it("key-rotation: a good signature by a key that was not published before", async () => {
    const before = (await caller.keys()).map(({ kid }) => kid)
    const { header, jws, keys } = await struck("key-rotation")
    expect(before).not.toContain(header.kid)
    expect(isSigned(jws, keys)).toBe(true)
  })
})

describe("faults of the protocol's claims, under a good signature", () => {
  it.each([
    ["wrong-iss", "iss", (value: unknown) => value !== sandbox.origin],
    ["wrong-aud", "aud", (value: unknown) => value !== wide.clientId],
    ["expired", "exp", (value: unknown) => Number(value) < nowSeconds() - 60],
    ["issued-in-future", "iat", (value: unknown) => Number(value) > nowSeconds() + 60],
    ["long-lifetime", "exp", (value: unknown) => Number(value) > nowSeconds() + 16 * 60],
    ["old-auth-time", "auth_time", (value: unknown) => Number(value) < nowSeconds() - 300],
    ["nonce-mismatch", "nonce", (value: unknown) => value !== "nonce-of-this-sign-in" && Boolean(value)],
    ["nonce-missing", "nonce", (value: unknown) => value === undefined],
    ["low-ial", "ial", (value: unknown) => value === "1.1"],
    ["expired-card", "date_of_expiry", (value: unknown) => Date.parse(String(value)) < Date.now()],
    ["opaque-sub", "sub", (value: unknown) => typeof value === "string" && value !== stranger],
  ] as const)("%s: %s is not as it should be", async (name, claim, isBad) => {
    const { claims, jws, keys } = await struck(name)
    expect(isBad(claims[claim])).toBe(true)
    expect(isSigned(jws, keys)).toBe(true)
  })
  it("wrong-at-hash: the hash of another access token", async () => {
    const good = decoded((await caller.tokens()).id_token).claims.at_hash
    const { claims } = await struck("wrong-at-hash")
    expect(claims.at_hash).toMatch(/^[\w-]{22}$/)
    expect((await struck("wrong-at-hash")).claims.at_hash).toBe(claims.at_hash)
    expect(claims.at_hash).not.toBe(good)
  })
  it("clock-skew: all times are off by so many seconds, either way", async () => {
    for (const value of [90, -90]) {
      const { claims } = await struck("clock-skew", { value })
      expect(Math.abs(claims.iat - nowSeconds() - value)).toBeLessThan(5)
      expect(claims.exp - claims.iat).toBe(15 * 60)
    }
  })
  it("missing-pid: no number anywhere; pid-only-in-sub: only there", async () => {
    const missing = (await struck("missing-pid")).claims
    expect(missing).not.toHaveProperty("pid")
    expect(missing.sub).not.toBe(stranger)
    const inSub = (await struck("pid-only-in-sub")).claims
    expect(inSub).not.toHaveProperty("pid")
    expect(inSub.sub).toBe(stranger)
  })
  it("bad-check-digit: thirteen digits that are no number of anyone", async () => {
    const { claims } = await struck("bad-check-digit")
    expect(claims.pid).toMatch(/^\d{13}$/)
    expect([isNationalId(String(claims.pid)), claims.sub]).toEqual([false, claims.pid])
  })
  it("missing-id-token: openid was asked for and no ID token comes", async () => {
    await caller.arm("missing-id-token")
    expect(await caller.tokens()).not.toHaveProperty("id_token")
  })
  it("faults of a person strike flat fields too", async () => {
    await caller.arm("low-ial", { value: "1.3" })
    expect(await caller.tokens({ scope: "pid ial" })).toMatchObject({ ial: "1.3" })
  })
})

describe("faults of the answer", () => {
  it.each([
    ["html-403", 403],
    ["server-error", 500],
    ["down", 503],
  ] as const)("%s: a page of HTML with %d, and the code was not used", async (name, status) => {
    await caller.arm(name)
    const code = await caller.code()
    const answer = await caller.token(code)
    expect([answer.status, answer.headers.get("content-type")]).toEqual([status, "text/html"])
    expect((await caller.token(code)).status).toBe(200)
  })
  it("slow: the answer comes after so many seconds", async () => {
    for (const [wish, least] of [
      [{}, 280],
      [{ value: 0.6 }, 580],
    ] as const) {
      await caller.arm("slow", wish)
      const code = await caller.code()
      const began = performance.now()
      expect((await caller.token(code)).status).toBe(200)
      expect(performance.now() - began).toBeGreaterThan(least)
    }
  })
  it("truncated-json: half of it, the code used", async () => {
    await caller.arm("truncated-json")
    const code = await caller.code()
    const answer = await caller.token(code)
    expect(answer.status).toBe(200)
    await expect(answer.json()).rejects.toThrow(SyntaxError)
    expect((await caller.token(code)).status).toBe(400)
  })
  it("dropped: the connection ends, the code used", async () => {
    await caller.arm("dropped")
    const code = await caller.code()
    await expect(caller.token(code)).rejects.toThrow("fetch failed")
    expect((await caller.token(code)).status).toBe(400)
  })
  it("down at discovery or at the keys, until it is cleared", async () => {
    for (const [at, path] of [
      ["discovery", discoveryPath],
      ["jwks", "/jwks/"],
    ] as const) {
      await caller.arm("down", { at, sticky: true })
      expect([(await caller.fetch(path)).status, (await caller.fetch(path)).status]).toEqual([503, 503])
      await caller.post("/sandbox/faults", { clear: true })
      expect((await caller.fetch(path)).status).toBe(200)
    }
  })
  it("strikes at every address by its name", async () => {
    for (const at of ["authorize", "introspect", "revoke", "userinfo"]) await caller.arm("html-403", { at })
    expect((await caller.authorize()).status).toBe(403)
    for (const at of ["introspect", "revoke", "userinfo"])
      expect((await caller.form(`/api/v2/oauth2/${at}/`, { token: "x" })).status, at).toBe(403)
  })
  it("discovery-wrong-issuer and discovery-foreign-endpoint: discovery that must not be believed", async () => {
    await caller.arm("discovery-wrong-issuer")
    await caller.arm("discovery-foreign-endpoint")
    const told = (await (await caller.fetch(discoveryPath)).json()) as Record<string, string>
    expect(told.issuer).not.toBe(sandbox.origin)
    expect(new URL(told.token_endpoint ?? "").origin).not.toBe(sandbox.origin)
  })
})

describe("faults of the way back", () => {
  it("wrong-state and callback-error", async () => {
    for (const [name, check] of [
      ["wrong-state", (back: URL) => back.searchParams.get("state") !== "state-of-this-browser"],
      ["callback-error", (back: URL) => back.searchParams.get("error") === "server_error"],
    ] as const) {
      await caller.arm(name)
      const { refCode, watched } = await caller.begin()
      await caller.decide(refCode)
      expect(check(await caller.back(watched)), name).toBe(true)
    }
  })
})
