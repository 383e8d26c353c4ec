import * as openid from "openid-client"
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest"
import { OidcStage } from "@/db/testing/oidc-stage"
import { rightsSteps } from "@/db/testing/rights-steps"
import { useTestDatabase } from "@/db/testing/use-test-database"
import { noteRequest } from "@/lib/clients/note-request"
import type { AccountActor } from "@/lib/kernel/actor"

const test = useTestDatabase()
const { admin, system, does } = rightsSteps(test)
const stage = new OidcStage(test)
const callback = "https://rp.example/cb"

let roles: Awaited<ReturnType<typeof system>>
let one: AccountActor
let client: { id: string; secret: string }
beforeAll(async () => {
  await stage.open()
  roles = await system()
})
afterAll(() => stage.close())
beforeEach(async () => {
  client = await stage.client(roles.code)
  one = await admin("06360207")
  expect(await does(await admin("06360207"), "grant", one, roles.recorder)).toMatchObject({ ok: true })
})

const verifier = openid.randomPKCECodeVerifier()

async function toSignIn(more: Record<string, string | undefined> = {}) {
  const usual = {
    client_id: client.id,
    response_type: "code",
    redirect_uri: callback,
    scope: "openid roles offline_access",
    code_challenge: await openid.calculatePKCECodeChallenge(verifier),
    code_challenge_method: "S256",
    state: "s",
    nonce: "n",
    prompt: "consent",
  }
  const query = Object.entries({ ...usual, ...more }).flatMap(([k, v]) => (v === undefined ? [] : [[k, v]]))
  const { location } = await (await stage.browser(one)).follow(`/oidc/auth?${new URLSearchParams(query)}`)
  return location ? (new URL(location).searchParams.get("code") ?? "") : ""
}

async function token(body: Record<string, string>, authorization?: string) {
  const basic = `Basic ${Buffer.from(`${client.id}:${client.secret}`).toString("base64")}`
  const sent = authorization ?? basic
  const answer = await fetch(`${stage.origin}/oidc/token`, {
    method: "POST",
    headers: sent ? { authorization: sent } : {},
    body: new URLSearchParams(body),
  })
  return (await answer.json()) as Record<string, string>
}

const exchange = (code: string, more: Record<string, string> = {}, authorization?: string) =>
  token(
    { grant_type: "authorization_code", code, redirect_uri: callback, code_verifier: verifier, ...more },
    authorization,
  )

const rows = async () =>
  await test().owner`select endpoint, outcome, given, has_state as "hasState", has_nonce as "hasNonce"
    from oidc_client_events where client_id = ${client.id} order by id`
/** What stands in the console of this client's requests, once it is written. */
const heard = (expected: readonly string[]) =>
  expect
    .poll(async () => (await rows()).map(({ endpoint, outcome }) => `${endpoint} ${outcome}`))
    .toEqual(expected)

describe("what the console hears of a client", () => {
  it("is each step of a sign-in that went well, and whether state and nonce came", async () => {
    const tokens = await exchange(await toSignIn({ nonce: undefined }))
    const userinfo = { headers: { authorization: `Bearer ${tokens.access_token}` } }
    await (await fetch(`${stage.origin}/oidc/me`, userinfo)).text()
    await heard(["auth ok", "token ok", "userinfo ok"])
    expect((await rows())[0]).toMatchObject({ hasState: true, hasNonce: false })
  })

  it.each([
    ["pkce-missing", { code_challenge: undefined, code_challenge_method: undefined }],
    ["pkce-plain", { code_challenge_method: "plain" }],
    ["response-type", { response_type: "id_token" }],
    ["scope-unknown", { scope: "openid nid" }],
    ["request-object", { request: "e30.e30." }],
    ["prompt", { prompt: "sometimes" }],
    ["sign-in-needed", { prompt: "none", acr_values: "urn:dla:thaid" }],
  ])("at the door is %s", async (outcome, more) => {
    await toSignIn(more)
    await heard([`auth ${outcome}`])
  })

  it("is the return address that is not registered, without what its query holds", async () => {
    await toSignIn({ redirect_uri: `${callback}/?person=1360999000042` })
    await heard(["auth redirect-unknown"])
    expect((await rows())[0]?.given).toBe(`${callback}/?…`)
  })

  it("is what was wrong about an exchange", async () => {
    const wrong = `Basic ${Buffer.from(`${client.id}:wrong`).toString("base64")}`
    await exchange(await toSignIn(), {}, wrong)
    await exchange("none-such")
    await exchange(await toSignIn(), { client_id: client.id }, "")
    await heard(["auth ok", "token secret-wrong", "token code-unknown", "token client-unproved"])
    await exchange(await toSignIn(), { code_verifier: "x".repeat(43) })
    await exchange(await toSignIn(), { redirect_uri: `${callback}2` })
    await token({ grant_type: "refresh_token", refresh_token: "none" })
    await expect
      .poll(async () => (await rows()).slice(4).map(({ outcome }) => outcome))
      .toEqual(["verifier-wrong", "redirect-differs", "refresh-over"])
  })

  it("stands in the order in which it was heard, though one took a look first", async () => {
    const at = { clientId: client.id, endpoint: "token" } as const
    const late = async () => {
      await new Promise((done) => setTimeout(done, 100))
      return { ...at, outcome: "code-late" } as const
    }
    const { db } = test()
    await Promise.all([
      noteRequest(db, { ...at, outcome: "code-unknown" }, stage.now, late),
      noteRequest(db, { ...at, outcome: "ok" }, stage.now),
    ])
    expect((await rows()).map(({ outcome }) => outcome)).toEqual(["code-late", "ok"])
  })

  it("is a code used twice, and one that came late", async () => {
    const code = await toSignIn()
    await exchange(code)
    await exchange(code)
    await heard(["auth ok", "token ok", "token code-used"])
    const late = await toSignIn()
    await test().owner`update oidc_payloads set expires_at = ${new Date(stage.now.getTime() - 1000)}
      where model = 'AuthorizationCode' and payload ->> 'clientId' = ${client.id}`
    await exchange(late)
    await expect.poll(async () => (await rows()).at(-1)?.outcome).toBe("code-late")
  })

  it("is that a person has gone or has no right", async () => {
    const code = await toSignIn()
    await test().owner`update sessions set revoked_at = now() where account_id = ${one.accountId}`
    await exchange(code)
    await heard(["auth ok", "token person-gone"])
  })

  it("holds no code, token, secret or person, and not many rows", async () => {
    const code = await toSignIn()
    const tokens = await exchange(code)
    for (let n = 0; n < 40; n++) await toSignIn({ redirect_uri: `${callback}${n}` })
    await expect.poll(async () => (await rows()).length).toBe(12)
    const all = JSON.stringify(await rows())
    for (const value of [code, tokens.access_token, tokens.refresh_token, client.secret, one.accountId])
      expect(all).not.toContain(value)
  })

  it("tells when a secret was last used", async () => {
    await exchange("none-such")
    await expect
      .poll(async () => {
        const [row] = await test()
          .owner`select last_used_at from oidc_client_secrets where client_id = ${client.id}`
        return row?.last_used_at
      })
      .not.toBeNull()
  })
})
