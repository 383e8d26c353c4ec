import * as oidc from "openid-client"
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest"
import { Caller } from "./testing/caller"
import { type RunningSandbox, startSandbox, stranger, wide } from "./testing/running-sandbox"

// A relying party that someone else wrote, against the listening process. What of its checks must be relaxed for the
// service's quirks stands in `clientOf`; everything else is as the library comes.

let sandbox: RunningSandbox
let caller: Caller

beforeAll(async () => {
  sandbox = await startSandbox()
  caller = new Caller(sandbox)
})
afterAll(() => sandbox.stop())
beforeEach(async () => {
  await caller.post("/sandbox/faults", { clear: true })
  await caller.switch({ reset: true })
})

/**
 * Two things are relaxed. The stand-in speaks plain HTTP on the loopback interface. And the library's own Basic
 * credentials are form-encoded as RFC 6749 §2.3.1 has it, which the service does not undo: they are sent as issued.
 */
async function clientOf(authentication: oidc.ClientAuth = basicAsIssued): Promise<oidc.Configuration> {
  return oidc.discovery(new URL(sandbox.origin), wide.clientId, {}, authentication, {
    execute: [oidc.allowInsecureRequests],
  })
}

const basicAsIssued: oidc.ClientAuth = (_server, _client, _body, headers) => {
  const credentials = Buffer.from(`${wide.clientId}:${wide.clientSecret}`).toString("base64")
  headers.set("authorization", `Basic ${credentials}`)
}

async function signIn(client: oidc.Configuration) {
  const [state, nonce, verifier] = [oidc.randomState(), oidc.randomNonce(), oidc.randomPKCECodeVerifier()]
  const address = oidc.buildAuthorizationUrl(client, {
    redirect_uri: wide.redirectUris[0] ?? "",
    scope: "openid pid title given_name family_name ial",
    ...{ state, nonce, code_challenge_method: "S256" },
    code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
  })
  const page = await fetch(address)
  const watched = /data-poll="([^"]+)\/state"/.exec(await page.text())?.[1] ?? ""
  await caller.decide(page.headers.get("x-sandbox-ref-code") ?? "")
  const checks = {
    expectedState: state,
    expectedNonce: nonce,
    pkceCodeVerifier: verifier,
    idTokenExpected: true,
  }
  return oidc.authorizationCodeGrant(client, await caller.back(watched), checks)
}

describe("stock openid-client", () => {
  it("discovers, signs a person in with state, nonce, PKCE and verified signature, and revokes", async () => {
    const client = await clientOf()
    oidc.enableNonRepudiationChecks(client)
    await caller.switch({ pkce: "strict" })
    const tokens = await signIn(client)
    expect(tokens.claims()).toMatchObject({
      ...{ iss: sandbox.origin, aud: wide.clientId, sub: stranger, pid: stranger },
      ...{ given_name: "แปลกหน้า", family_name: "ไม่รู้จัก", ial: "2.3" },
    })
    const info = await oidc.fetchUserInfo(client, tokens.access_token, stranger)
    expect(info.pid).toBe(stranger)
    await oidc.tokenRevocation(client, tokens.access_token)
    await expect(oidc.fetchUserInfo(client, tokens.access_token, stranger)).rejects.toThrow()
  })
  it("signs in with the secret in the body, nothing but HTTP relaxed", async () => {
    const tokens = await signIn(await clientOf(oidc.ClientSecretPost(wide.clientSecret)))
    expect(tokens.claims()?.pid).toBe(stranger)
  })
  it("is refused with its own form-encoded Basic credentials, as the service would", async () => {
    const client = await clientOf(oidc.ClientSecretBasic(wide.clientSecret))
    await expect(signIn(client)).rejects.toMatchObject({ status: 401 })
  })
  it("takes the absolute expiry for a duration, decades ahead: nobody may rely on it", async () => {
    const tokens = await signIn(await clientOf())
    expect(tokens.expiresIn()).toBeGreaterThan(50 * 365 * 24 * 60 * 60)
  })
  it("is told of a decline", async () => {
    const client = await clientOf()
    const { refCode, watched } = await caller.begin()
    await caller.decide(refCode, { decision: "decline" })
    const checks = { expectedState: "state-of-this-browser" }
    const done = oidc.authorizationCodeGrant(client, await caller.back(watched), checks)
    await expect(done).rejects.toMatchObject({ error: "user_denied" })
  })
  it("does not discover under /api/v2/, nor believe another issuer", async () => {
    const options = { execute: [oidc.allowInsecureRequests] }
    const below = new URL(`${sandbox.origin}/api/v2/`)
    await expect(oidc.discovery(below, wide.clientId, {}, basicAsIssued, options)).rejects.toThrow()
    await caller.arm("discovery-wrong-issuer")
    await expect(clientOf()).rejects.toThrow()
  })
  it.each([
    "wrong-iss",
    "wrong-aud",
    "alg-none",
    "hs256-public-key",
    "hs256-secret",
    "unknown-kid",
    "bad-signature",
    "expired",
    "nonce-mismatch",
    "nonce-missing",
    "missing-id-token",
    "wrong-state",
    "html-403",
    "server-error",
    "truncated-json",
    "dropped",
  ])("refuses %s", async (fault) => {
    const client = await clientOf()
    oidc.enableNonRepudiationChecks(client)
    await caller.arm(fault)
    await expect(signIn(client)).rejects.toThrow()
  })
  it("accepts a key that came after its discovery", async () => {
    const client = await clientOf()
    oidc.enableNonRepudiationChecks(client)
    await caller.arm("key-rotation")
    expect((await signIn(client)).claims()?.pid).toBe(stranger)
  })
  it("gives up on a slow answer", async () => {
    const client = await clientOf()
    client.timeout = 1
    await caller.arm("slow", { value: 1.5 })
    await expect(signIn(client)).rejects.toThrow()
  })
})
