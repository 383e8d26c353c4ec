import * as openid from "openid-client"
import { describe, expect, it } from "vitest"
import { OidcParty } from "@/db/testing/oidc-party"
import { useOidcParty } from "@/db/testing/use-oidc-party"

// Names as in the OpenID Foundation's conformance profile "Basic OP" (openid.net/certification), for what this
// provider offers: the authorization code alone, and of the standard claims those of `profile` and `email`.
const { stage, party, official, systemCode } = useOidcParty()
const own = async () => await stage.browser(official())
const facts = async (token: string) => await openid.fetchUserInfo(party().config, token, official().accountId)

describe("Basic OP", () => {
  it("oidcc-server: code, tokens and userinfo tell of the same person", async () => {
    const { tokens } = await party().signIn(official())
    const claims = tokens.claims()
    expect(tokens.token_type).toBe("bearer")
    expect(claims).toMatchObject({ iss: `${stage.origin}/oidc`, sub: official().accountId })
    expect(claims?.aud).toBe(party().client.id)
    expect((await facts(tokens.access_token)).sub).toBe(claims?.sub)
  })

  it("oidcc-response-type-missing", async () => {
    expect(await party().arrive(await own(), { response_type: undefined })).toMatchObject({
      error: "invalid_request",
    })
  })

  it.each(["get", "post-header", "post-body"])("oidcc-userinfo-%s", async (way) => {
    const { tokens } = await party().signIn(official())
    const bearer = { authorization: `Bearer ${tokens.access_token}` }
    const answer = await fetch(`${stage.origin}/oidc/me`, {
      method: way === "get" ? "GET" : "POST",
      headers: way === "post-body" ? {} : bearer,
      ...(way === "post-body" && { body: new URLSearchParams({ access_token: tokens.access_token }) }),
    })
    expect(answer.status).toBe(200)
    expect(await answer.json()).toMatchObject({ sub: official().accountId, roles: ["recorder"] })
  })

  it("oidcc-ensure-request-without-nonce-succeeds-for-code-flow", async () => {
    const { tokens } = await party().signIn(official(), { nonce: undefined })
    expect(tokens.claims()).not.toHaveProperty("nonce")
  })

  it.each([
    ["profile", ["name", "given_name", "family_name", "locale"]],
    ["email", ["email", "email_verified"]],
    ["unit", ["unit", "post"]],
    ["roles", ["roles"]],
  ])("oidcc-scope-%s gives its claims and no others", async (scope, names) => {
    const { tokens } = await party().signIn(official(), { scope: `openid ${scope}` })
    const { sub: _sub, ...rest } = await facts(tokens.access_token)
    const absent = scope === "email" && !("email" in rest) ? [] : names
    expect(Object.keys(rest).toSorted()).toEqual([...absent].toSorted())
  })

  it("oidcc-ensure-other-scope-order-succeeds", async () => {
    const { tokens } = await party().signIn(official(), { scope: "roles openid" })
    expect(await facts(tokens.access_token)).toHaveProperty("roles")
  })

  it.each(["page", "popup"])("oidcc-display-%s", async (display) => {
    expect((await party().arrive(await own(), { display })).code).not.toBe("")
  })

  it("oidcc-prompt-none-not-logged-in", async () => {
    const browser = await own()
    browser.cookies.clear()
    expect(await party().arrive(browser, { prompt: "none" })).toMatchObject({ error: "login_required" })
  })

  it("oidcc-prompt-none-logged-in", async () => {
    const { browser, tokens } = await party().signIn(official())
    const { back, checks } = await party().arrive(browser, { prompt: "none" })
    const again = await openid.authorizationCodeGrant(party().config, back ?? new URL("none:"), checks)
    expect(again.claims()).toMatchObject({ sub: tokens.claims()?.sub, auth_time: tokens.claims()?.auth_time })
  })

  it("oidcc-prompt-login: who signed in before the request proves himself anew", async () => {
    const { browser, tokens } = await party().signIn(official())
    const { address, checks } = await party().asking({ prompt: "login" })
    const asked = await browser.get(address)
    expect((await browser.follow(asked.location)).status).toBe(401)
    stage.now = new Date(Date.now() + 2_000)
    const anew = await own()
    browser.cookies.set("portal", String(anew.cookies.get("portal")))
    const end = await browser.follow(asked.location)
    const again = await openid.authorizationCodeGrant(party().config, new URL(end.location), checks)
    expect(Number(again.claims()?.auth_time)).toBeGreaterThan(Number(tokens.claims()?.auth_time))
  })

  it("oidcc-max-age-1 and oidcc-max-age-10000", async () => {
    stage.now = new Date(Date.now() - 60_000)
    const { browser } = await party().signIn(official())
    stage.now = new Date()
    expect(await party().arrive(browser, { max_age: "1" })).toMatchObject({ status: 401, back: undefined })
    const { back, checks } = await party().arrive(browser, { max_age: "10000", prompt: "none" })
    const tokens = await openid.authorizationCodeGrant(party().config, back ?? new URL("none:"), {
      ...checks,
      maxAge: 10_000,
    })
    expect(tokens.claims()?.auth_time).toBeTypeOf("number")
  })

  it.each([
    ["oidcc-ensure-request-with-unknown-parameter-succeeds", { extra: "foobar" }],
    ["oidcc-login-hint", { login_hint: "somebody@officials.example" }],
    ["oidcc-ui-locales", { ui_locales: "se th" }],
    ["oidcc-claims-locales", { claims_locales: "se" }],
    ["oidcc-ensure-request-with-acr-values-succeeds", { acr_values: "urn:dla:email urn:dla:pwd" }],
  ])("%s", async (_name, more) => {
    expect((await party().arrive(await own(), more)).code).not.toBe("")
  })

  it("oidcc-id-token-hint: of the same person it is let through, of another it is not", async () => {
    const { browser, tokens } = await party().signIn(official())
    const hint = { id_token_hint: String(tokens.id_token), prompt: "none" }
    expect((await party().arrive(browser, hint)).code).not.toBe("")
    const forged = String(tokens.id_token).replace(/\.[^.]+$/, ".AAAA")
    expect((await party().arrive(browser, { ...hint, id_token_hint: forged })).error).toBe("invalid_request")
  })

  it("oidcc-codereuse and oidcc-codereuse-30seconds: the second time nothing, and the first tokens end", async () => {
    const { tokens, code, checks } = await party().signIn(official())
    stage.now = new Date(stage.now.getTime() + 30_000)
    const again = await party().send("/oidc/token", party().redeeming(code, checks))
    expect(again).toMatchObject({ status: 400, body: { error: "invalid_grant" } })
    await expect(facts(tokens.access_token)).rejects.toThrow()
  })

  it("oidcc-ensure-registered-redirect-uri", async () => {
    const { status, back } = await party().arrive(await own(), { redirect_uri: "https://rp.example/other" })
    expect({ status, back }).toEqual({ status: 400, back: undefined })
  })

  it("oidcc-server-client-secret-post", async () => {
    const client = await stage.client(systemCode(), { authMethod: "client_secret_post" })
    const other = new OidcParty(stage, client)
    await other.discover(openid.ClientSecretPost(client.secret))
    expect((await other.signIn(official())).tokens.claims()?.aud).toBe(client.id)
  })

  it("oidcc-refresh-token", async () => {
    const { tokens } = await party().signIn(official(), {
      scope: "openid roles offline_access",
      prompt: "consent",
    })
    const next = await openid.refreshTokenGrant(party().config, String(tokens.refresh_token))
    expect(next.claims()).toMatchObject({
      sub: tokens.claims()?.sub,
      iss: tokens.claims()?.iss,
      aud: tokens.claims()?.aud,
      auth_time: tokens.claims()?.auth_time,
    })
  })

  it("oidcc-ensure-request-with-valid-pkce-succeeds, and the issuer is named in the answer (RFC 9207)", async () => {
    const { back } = await party().arrive(await own())
    expect(back?.searchParams.get("iss")).toBe(`${stage.origin}/oidc`)
  })

  it("pushed authorization requests are taken (RFC 9126)", async () => {
    const { address, checks } = await party().asking()
    const pushed = await party().send(
      "/oidc/request",
      Object.fromEntries(new URLSearchParams(address.split("?")[1])),
    )
    expect(pushed.status).toBe(201)
    const query = new URLSearchParams({
      client_id: party().client.id,
      request_uri: String(pushed.body.request_uri),
    })
    const end = await (await own()).follow(`/oidc/auth?${query}`)
    const tokens = await openid.authorizationCodeGrant(party().config, new URL(end.location), checks)
    expect(tokens.claims()?.sub).toBe(official().accountId)
  })

  it("pairwise subjects: one name for all systems of an agency, another for the next, neither the account's", async () => {
    const names: string[] = []
    for (const sector of ["agency-a", "agency-a", "agency-b"]) {
      const other = new OidcParty(stage, await stage.client(systemCode(), { sector }))
      await other.discover()
      names.push(String((await other.signIn(official())).tokens.claims()?.sub))
    }
    expect(names[0]).toBe(names[1])
    expect(new Set([...names, official().accountId]).size).toBe(3)
  })
})
