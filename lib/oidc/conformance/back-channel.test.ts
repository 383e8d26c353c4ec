import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest"
import { OidcParty } from "@/db/testing/oidc-party"
import { confirmSignOut } from "@/db/testing/sign-out-page"
import { SignOutReceiver } from "@/db/testing/sign-out-receiver"
import { useOidcParty } from "@/db/testing/use-oidc-party"
import { endSignIns, takeSignOuts, tellSystem } from "@/lib/oidc/tell-system"

// Names as in the OpenID Foundation's conformance profile "Back-Channel OP" (OpenID Connect Back-Channel Logout 1.0).
const { test, stage, party, official, systemCode } = useOidcParty()
const receiver = new SignOutReceiver()
const after = "https://rp.example/bye"

beforeAll(() => receiver.open())
afterAll(() => receiver.close())
beforeEach(async () => {
  await test().owner`truncate oidc_grants, oidc_payloads, oidc_sign_outs`
  receiver.heard.length = 0
})

/** A system that is told of sign-outs. */
async function told(more: Parameters<typeof stage.client>[1] = {}): Promise<OidcParty> {
  const own = { backchannelLogoutUri: receiver.uri, postLogoutRedirectUris: [after], ...more }
  const made = new OidcParty(stage, await stage.client(systemCode(), own))
  await made.discover()
  return made
}

/** What the jobs do: end what has lost its ground, and tell of it. */
async function tell(): Promise<string[]> {
  const teller = { db: test().db, issuer: `${stage.origin}/oidc`, clock: () => stage.now }
  await endSignIns(teller)
  return await Promise.all((await takeSignOuts(teller, 16)).map((one) => tellSystem(teller, one)))
}

const lastSaid = (to: OidcParty) =>
  receiver.lastSaid({ issuer: `${stage.origin}/oidc`, now: stage.now }, to.client.id)

const claimsOf = (token: string) =>
  JSON.parse(Buffer.from(token.split(".")[1] ?? "", "base64url").toString()) as Record<string, unknown>

/** Signs out as the system has it done: by its page, with the hint of the ID token. */
async function signOut({ browser, tokens }: Awaited<ReturnType<OidcParty["signIn"]>>): Promise<string> {
  const query = { id_token_hint: tokens.id_token ?? "", post_logout_redirect_uri: after, state: "s-1" }
  const page = await browser.get(`/oidc/session/end?${new URLSearchParams(query)}`)
  return (await confirmSignOut(browser, page.text)).location
}

describe("Back-Channel OP", () => {
  it("oidcc-backchannel-logout-discovery-endpoint-verification", async () => {
    const known = party().config.serverMetadata()
    expect(known).toMatchObject({
      backchannel_logout_supported: true,
      backchannel_logout_session_supported: true,
      end_session_endpoint: `${stage.origin}/oidc/session/end`,
    })
  })

  it("oidcc-backchannel-rp-initiated-logout: the system is told, and the next silent sign-in finds nobody", async () => {
    const system = await told()
    const signed = await system.signIn(official())
    expect(await tell()).toEqual([])
    expect(await signOut(signed)).toBe(`${after}?state=s-1`)
    expect(await tell()).toEqual(["confirmed"])
    expect(receiver.heard).toHaveLength(1)
    expect(receiver.heard[0]?.type).toBe("application/x-www-form-urlencoded")
    const { payload, protectedHeader } = await lastSaid(system)
    expect(protectedHeader).toMatchObject({ alg: "RS256", typ: "logout+jwt", kid: expect.any(String) })
    const claims = signed.tokens.claims()
    const [sub, sid] = [claims?.sub, claims?.sid]
    expect(sid).toEqual(expect.any(String))
    const events = { "http://schemas.openid.net/event/backchannel-logout": {} }
    expect(payload).toMatchObject({ sub, sid, events })
    // what is told is this and no more
    expect(Object.keys(payload).toSorted()).toEqual(
      ["aud", "events", "exp", "iat", "iss", "jti", "sid", "sub"].toSorted(),
    )
    expect((await system.arrive(signed.browser, { prompt: "none" })).error).toBe("login_required")
    expect(await tell()).toEqual([])
  })

  it("tells every system into which the session led, each of its own sign-in", async () => {
    const [first, second] = [await told(), await told()]
    const signed = await first.signIn(official())
    const { back, checks } = await second.arrive(signed.browser)
    const there = await second.send(
      "/oidc/token",
      second.redeeming(back?.searchParams.get("code") ?? "", checks),
    )
    expect(await signOut(signed)).toContain(after)
    expect(await tell()).toEqual(["confirmed", "confirmed"])
    const said = new Map(receiver.heard.map(({ token }) => [claimsOf(token).aud, claimsOf(token)]))
    expect(said.get(first.client.id)?.sid).toBe(signed.tokens.claims()?.sid)
    expect(said.get(second.client.id)?.sid).toBe(claimsOf(String(there.body.id_token)).sid)
    expect(new Set([...said.values()].map(({ jti }) => jti)).size).toBe(2)
    expect(said.get(first.client.id)?.sid).not.toBe(said.get(second.client.id)?.sid)
  })

  it("names the person as that system knows him, and signs as it reads", async () => {
    const foreign = await told({ sector: "agency", idTokenAlg: "ES256" })
    const signed = await foreign.signIn(official())
    await signOut(signed)
    await tell()
    const { payload, protectedHeader } = await lastSaid(foreign)
    expect(protectedHeader.alg).toBe("ES256")
    expect(payload.sub).toBe(signed.tokens.claims()?.sub)
    expect(payload.sub).not.toBe(official().accountId)
  })
})

describe("a logout token", () => {
  /** One that a system was sent, and what it was sent to. */
  async function sent() {
    const system = await told()
    const signed = await system.signIn(official())
    await signOut(signed)
    await tell()
    return { system, token: receiver.heard.at(-1)?.token ?? "", claims: (await lastSaid(system)).payload }
  }

  it("is good for two minutes, from now on", async () => {
    const { claims } = await sent()
    const now = Math.floor(stage.now.getTime() / 1000)
    expect(claims.iat).toBe(now)
    expect(claims.exp).toBe(now + 120)
  })

  it("is no access token, no refresh token, no code and no proof of a system", async () => {
    const { system, token } = await sent()
    const bearer = { authorization: `Bearer ${token}` }
    expect((await fetch(`${stage.origin}/oidc/me`, { headers: bearer })).status).toBe(401)
    const { client, callback } = system
    for (const body of [
      { grant_type: "refresh_token", refresh_token: token },
      {
        grant_type: "authorization_code",
        code: token,
        redirect_uri: callback,
        code_verifier: "v".repeat(43),
      },
    ])
      expect((await system.send("/oidc/token", body)).body.error).toBe("invalid_grant")
    const assertion = {
      grant_type: "client_credentials",
      client_id: client.id,
      client_assertion_type: "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
      client_assertion: token,
    }
    expect((await system.send("/oidc/token", assertion, {})).body.error).toMatch(
      /^invalid_(?:client|request)$/,
    )
  })

  it("said by a system to the provider ends nobody's session", async () => {
    const { token } = await sent()
    const { browser } = await party().signIn(official())
    for (const path of ["/oidc/session/end", "/oidc/session/end/confirm", "/oidc/backchannel"])
      await fetch(`${stage.origin}${path}`, {
        method: "POST",
        redirect: "manual",
        body: new URLSearchParams({ logout_token: token }),
      })
    expect((await party().arrive(browser, { prompt: "none" })).code).not.toBe("")
  })
})
