import * as openid from "openid-client"
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest"
import { OidcStage } from "@/db/testing/oidc-stage"
import { rightsSteps } from "@/db/testing/rights-steps"
import { useTestDatabase } from "@/db/testing/use-test-database"
import type { AccountActor } from "@/lib/kernel/actor"

const test = useTestDatabase()
const { admin, system, does } = rightsSteps(test)
const stage = new OidcStage(test)
const callback = "https://rp.example/cb"

let client: { id: string; secret: string }
let config: openid.Configuration
let one: AccountActor
let roles: Awaited<ReturnType<typeof system>>

beforeAll(async () => {
  await stage.open()
  roles = await system()
  client = await stage.client(roles.code)
  config = await discovered(client)
})
afterAll(() => stage.close())
beforeEach(async () => {
  one = await admin("06360207")
  expect(await does(await admin("06360207"), "grant", one, roles.recorder)).toMatchObject({ ok: true })
})

async function discovered({ id, secret }: { id: string; secret: string }) {
  const execute = [openid.allowInsecureRequests]
  const issuer = new URL(`${stage.origin}/oidc`)
  return await openid.discovery(issuer, id, undefined, openid.ClientSecretBasic(secret), { execute })
}

async function asking(more: Record<string, string | undefined> = {}) {
  const verifier = openid.randomPKCECodeVerifier()
  const [state, nonce] = [openid.randomState(), openid.randomNonce()]
  const usual = {
    client_id: client.id,
    response_type: "code",
    redirect_uri: callback,
    scope: "openid profile unit roles offline_access",
    prompt: "consent",
    code_challenge: await openid.calculatePKCECodeChallenge(verifier),
    code_challenge_method: "S256",
    state,
    nonce,
  }
  const query = Object.entries({ ...usual, ...more }).flatMap(([k, v]) => (v === undefined ? [] : [[k, v]]))
  const checks = { pkceCodeVerifier: verifier, expectedState: state, expectedNonce: nonce }
  return { address: `/oidc/auth?${new URLSearchParams(query)}`, checks }
}

/** From a signed-in browser to tokens. */
async function signedIn(more: Record<string, string | undefined> = {}) {
  const browser = await stage.browser(one)
  const { address, checks } = await asking(more)
  const back = await browser.follow(address)
  const tokens = await openid.authorizationCodeGrant(config, new URL(back.location), checks)
  return { browser, tokens, code: new URL(back.location).searchParams.get("code") ?? "", checks }
}

/** The token endpoint by hand, so that a request can be wrong. */
async function token(body: Record<string, string>, { id, secret } = client) {
  const answer = await fetch(`${stage.origin}/oidc/token`, {
    method: "POST",
    headers: {
      authorization: `Basic ${Buffer.from(`${id}:${secret}`).toString("base64")}`,
      "content-type": "application/x-www-form-urlencoded",
    },
    body: new URLSearchParams(body),
  })
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> }
}

const errorOf = async (more: Record<string, string | undefined>) => {
  const back = await (await stage.browser(one)).follow((await asking(more)).address)
  if (!back.location) return `page ${back.status}`
  const { hash, searchParams } = new URL(back.location)
  return searchParams.get("error") ?? new URLSearchParams(hash.slice(1)).get("error")
}

describe("signing in at a system", () => {
  it("gives a stock client person, unit and roles, and refreshes", async () => {
    const { tokens } = await signedIn()
    const sub = one.accountId
    expect(tokens.claims()).toMatchObject({ sub, acr: "urn:dla:email", amr: ["pwd", "email-otp"] })
    const facts = await openid.fetchUserInfo(config, tokens.access_token, sub)
    expect(facts).toMatchObject({ roles: ["recorder"], unit: { code: "06360207" } })
    expect(facts).not.toHaveProperty("national_id")
    const again = await openid.refreshTokenGrant(config, tokens.refresh_token ?? "")
    expect(again.refresh_token).not.toBe(tokens.refresh_token)
  })

  it("keeps nothing that could be presented", async () => {
    const { tokens, browser, code } = await signedIn()
    const rows = await test().owner`select p::text as row from oidc_payloads p`
    const all = rows.map(({ row }) => row).join("\n")
    expect(all).not.toBe("")
    const cookies = [...browser.cookies.values()]
    for (const value of [tokens.access_token, tokens.refresh_token ?? "?", code, ...cookies])
      expect(all).not.toContain(value)
  })

  it("redeems a code once, of six at the same moment too, and ends what came of one used again", async () => {
    const browser = await stage.browser(one)
    const { address, checks } = await asking()
    const code = new URL((await browser.follow(address)).location).searchParams.get("code") ?? ""
    const body = {
      grant_type: "authorization_code",
      code,
      redirect_uri: callback,
      code_verifier: checks.pkceCodeVerifier,
    }
    const answers = await Promise.all(Array.from({ length: 6 }, () => token(body)))
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 400, 400, 400, 400, 400])
    expect((await token(body)).body.error).toBe("invalid_grant")
    const access = String(answers.find(({ status }) => status === 200)?.body.access_token)
    await expect(openid.fetchUserInfo(config, access, one.accountId)).rejects.toThrow()
  })

  it("rotates a refresh token once, of six at the same moment too, and ends the family of one used again", async () => {
    const { tokens } = await signedIn()
    const body = { grant_type: "refresh_token", refresh_token: tokens.refresh_token ?? "" }
    const answers = await Promise.all(Array.from({ length: 6 }, () => token(body)))
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    expect((await token(body)).body.error).toBe("invalid_grant")
    const next = String(answers.find(({ status }) => status === 200)?.body.refresh_token)
    expect((await token({ grant_type: "refresh_token", refresh_token: next })).body.error).toBe(
      "invalid_grant",
    )
  })

  it("wants PKCE by S256, a known address, code alone, and its own secret", async () => {
    expect(await errorOf({ code_challenge: undefined, code_challenge_method: undefined })).toBe(
      "invalid_request",
    )
    expect(await errorOf({ code_challenge_method: "plain" })).toBe("invalid_request")
    expect(await errorOf({ response_type: "id_token" })).toBe("unsupported_response_type")
    for (const redirect_uri of [
      `${callback}/`,
      `${callback}?a=1`,
      "https://rp.example.evil/cb",
      "http://rp.example/cb",
    ])
      expect(await errorOf({ redirect_uri }), redirect_uri).toBe("page 400")
    const foreign = await stage.client(roles.code)
    const { address, checks } = await asking()
    const code =
      new URL((await (await stage.browser(one)).follow(address)).location).searchParams.get("code") ?? ""
    const body = {
      grant_type: "authorization_code",
      code,
      redirect_uri: callback,
      code_verifier: checks.pkceCodeVerifier,
    }
    expect((await token(body, { id: client.id, secret: foreign.secret })).status).toBe(401)
    expect((await token(body, foreign)).body.error).toBe("invalid_grant")
    expect((await token({ ...body, code_verifier: "x".repeat(43) })).body.error).toBe("invalid_grant")
  })

  it("is over at once when the portal's session ends", async () => {
    const { tokens, browser } = await signedIn()
    await test().owner`update sessions set revoked_at = now() where account_id = ${one.accountId}`
    await expect(openid.fetchUserInfo(config, tokens.access_token, one.accountId)).rejects.toThrow()
    const body = { grant_type: "refresh_token", refresh_token: tokens.refresh_token ?? "" }
    expect((await token(body)).body.error).toBe("invalid_grant")
    const silent = await browser.follow((await asking({ prompt: "none", scope: "openid" })).address)
    expect(new URL(silent.location).searchParams.get("error")).toBe("login_required")
  })

  it("is over when the last right is withdrawn, and nobody without one comes in", async () => {
    const { tokens } = await signedIn()
    await test()
      .owner`update grants set state = 'suspended' where membership_id = ${one.seats[0]?.membershipId ?? ""}`
    await expect(openid.fetchUserInfo(config, tokens.access_token, one.accountId)).rejects.toThrow()
    expect(await errorOf({})).toBe("access_denied")
  })

  it("asks again where a surer sign-in is wanted", async () => {
    const { browser } = await signedIn()
    const silent = (more: Record<string, string>) => asking({ prompt: "none", scope: "openid", ...more })
    const answer = async (more: Record<string, string>) =>
      new URL((await browser.follow((await silent(more)).address)).location).searchParams.get("error")
    expect(await answer({ acr_values: "urn:dla:thaid" })).toBe("login_required")
    expect(await answer({ acr_values: "urn:dla:email" })).toBeNull()
  })

  it("is on record with every code, every refreshed token and every national ID that is read", async () => {
    await test().owner`update oidc_clients set scopes = scopes || '{nid}' where id = ${client.id}`
    const { browser, tokens } = await signedIn({ scope: "openid nid offline_access" })
    await browser.follow((await asking({ prompt: "none", scope: "openid" })).address)
    await openid.refreshTokenGrant(config, tokens.refresh_token ?? "")
    const read = () => openid.fetchUserInfo(config, tokens.access_token, one.accountId)
    expect((await read()).national_id).toMatch(/^\d{13}$/)
    const events = await test().owner`
      select action, actor_id, detail ->> 'client' as client, unit_id, session_id is not null as "isOfSession"
      from audit_events where actor_id = ${one.accountId} and action like 'oidc.%' order by seq`
    expect(events.map(({ action }) => action)).toEqual(
      ["sign-in", "code", "code", "refresh", "national-id"].map((name) => `oidc.${name}`),
    )
    const fact = { client: client.id, unit_id: one.seats[0]?.unitId, isOfSession: true }
    for (const event of events) expect(event).toMatchObject(fact)
    await test().owner`update oidc_clients set scopes = array_remove(scopes, 'nid') where id = ${client.id}`
    expect(await read()).not.toHaveProperty("national_id")
  })

  it("issues nothing that the audit does not learn of", async () => {
    const { browser, tokens } = await signedIn()
    await test()
      .owner`alter table audit_events add constraint deaf check (action not like 'oidc.%') not valid`
    const rows = async () => (await test().owner`select count(*) as n from oidc_payloads`)[0]?.n
    const before = await rows()
    const answer = await browser.follow((await asking({ prompt: "none", scope: "openid" })).address)
    expect(new URL(answer.location || "x:").searchParams.get("code")).toBeNull()
    const body = { grant_type: "refresh_token", refresh_token: tokens.refresh_token ?? "" }
    expect((await token(body)).status).toBe(500)
    expect(await rows()).toBe(before)
    await test().owner`alter table audit_events drop constraint deaf`
    expect((await token(body)).status).toBe(200)
  })
})
