import { generateKeyPairSync, type KeyObject, sign } from "node:crypto"
import * as openid from "openid-client"
import { describe, expect, it } from "vitest"
import type { Browser } from "@/db/testing/oidc-stage"
import { confirmSignOut } from "@/db/testing/sign-out-page"
import { useOidcParty } from "@/db/testing/use-oidc-party"

// Names as in the OpenID Foundation's conformance profile "RP-Initiated Logout OP" (OpenID Connect RP-Initiated Logout 1.0).
const { test, stage, party, official, systemCode } = useOidcParty()
const after = "https://rp.example/bye"
const question = "ออกจากระบบหรือไม่"
const b64 = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url")

/** Somebody signed in at the system; `ending` is the address by which the system has him signed out. */
async function signedIn() {
  const { browser, tokens } = await party().signIn(official())
  const ending = (more: Record<string, string | undefined> = {}) => {
    const wanted = { id_token_hint: tokens.id_token ?? "", post_logout_redirect_uri: after, state: "s-1" }
    const query = Object.entries({ ...wanted, ...more }).filter(([, value]) => value !== undefined)
    return `/oidc/session/end?${new URLSearchParams(query as [string, string][])}`
  }
  return { browser, tokens, ending }
}

const live = async () =>
  (
    await test()
      .owner`select 1 from sessions where account_id = ${official().accountId} and revoked_at is null`
  ).length
const silently = (browser: Browser) => party().arrive(browser, { prompt: "none" })

describe("RP-Initiated Logout OP", () => {
  it("oidcc-rp-initiated-logout-discovery-endpoint-verification", async () => {
    const told = party().config.serverMetadata()
    expect(told.end_session_endpoint).toBe(`${stage.origin}/oidc/session/end`)
  })

  it("oidcc-rp-initiated-logout: back with the state, and out at the provider and the portal", async () => {
    const before = await live()
    const { browser, tokens, ending } = await signedIn()
    const page = await browser.get(ending())
    expect(page.text).toContain(question)
    expect(await live()).toBe(before + 1)
    const gone = await confirmSignOut(browser, page.text)
    expect(gone).toMatchObject({ status: 303, location: `${after}?state=s-1` })
    expect(gone.cleared.map((line) => line.split("=")[0])).toEqual(
      expect.arrayContaining(["dla-sso-session", "dla-sso-flow", "dla-sso-op"]),
    )
    expect(await live()).toBe(before)
    expect((await silently(browser)).error).toBe("login_required")
    const { sub = "" } = tokens.claims() ?? {}
    await expect(openid.fetchUserInfo(party().config, tokens.access_token, sub)).rejects.toThrow()
  })

  it("oidcc-rp-initiated-logout-no-state", async () => {
    const { browser, ending } = await signedIn()
    const page = await browser.get(ending({ state: undefined }))
    expect((await confirmSignOut(browser, page.text)).location).toBe(after)
    expect((await silently(browser)).error).toBe("login_required")
  })

  it.each([
    ["oidcc-rp-initiated-logout-no-params", "nothing"],
    ["oidcc-rp-initiated-logout-no-post-logout-redirect-uri", "no address"],
    ["oidcc-rp-initiated-logout-only-state", "a state alone"],
    ["oidcc-rp-initiated-logout-no-id-token-hint", "no hint"],
  ] as const)("%s: asks, ends it, and stays at the portal", async (_name, given) => {
    const { browser, ending } = await signedIn()
    const left = {
      nothing: { id_token_hint: undefined, post_logout_redirect_uri: undefined, state: undefined },
      "no address": { post_logout_redirect_uri: undefined },
      "a state alone": { id_token_hint: undefined, post_logout_redirect_uri: undefined },
      "no hint": { id_token_hint: undefined },
    }
    const page = await browser.get(ending(left[given]))
    expect(page.text).toContain(question)
    const gone = await confirmSignOut(browser, page.text)
    expect(gone).toMatchObject({ status: 303, location: `${stage.origin}/oidc/session/end/success` })
    expect((await browser.get(gone.location)).text).toContain("ออกจากระบบแล้ว")
    expect((await silently(browser)).error).toBe("login_required")
  })

  it.each([
    ["bad-post-logout-redirect-uri", "https://evil.example/"],
    ["bad-post-logout-redirect-uri", `${after}/`],
    ["bad-post-logout-redirect-uri", "https://rp.example.evil.example/bye"],
    ["bad-post-logout-redirect-uri", "https://rp.example@evil.example/bye"],
    ["bad-post-logout-redirect-uri", "http://rp.example/bye"],
    ["bad-post-logout-redirect-uri", "//rp.example/bye"],
    ["bad-post-logout-redirect-uri", "https://rp.example\\@evil.example/bye"],
    ["bad-post-logout-redirect-uri", "javascript:alert(1)"],
    ["bad-post-logout-redirect-uri", "https://rp.example/cb"],
    ["query-added-to-post-logout-redirect-uri", `${after}?foo=bar`],
  ])("oidcc-rp-initiated-logout-%s: %s ends nothing and leads nowhere", async (_name, to) => {
    await refused(await signedIn(), { post_logout_redirect_uri: to })
  })

  it("oidcc-rp-initiated-logout-modified-id-token-hint: changed to alg none", async () => {
    const signed = await signedIn()
    const [, body] = (signed.tokens.id_token ?? "").split(".")
    await refused(signed, { id_token_hint: `${b64({ alg: "none" })}.${body}.` })
  })

  it("oidcc-rp-initiated-logout-bad-id-token-hint: signed by another, changed, of a stranger, and none at all", async () => {
    const signed = await signedIn()
    const [head = "", body = ""] = (signed.tokens.id_token ?? "").split(".")
    const claims = JSON.parse(Buffer.from(body, "base64url").toString())
    const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 })
    for (const id_token_hint of [
      signedBy(privateKey, head, body),
      `${head}.${b64({ ...claims, sub: "another" })}.${(signed.tokens.id_token ?? "").split(".")[2]}`,
      signedBy(privateKey, head, b64({ ...claims, aud: "nobody" })),
      "not.a.token",
      "x".repeat(5000),
    ])
      await refused(signed, { id_token_hint })
  })

  it("takes a client's name that the hint does not bear for a fault", async () => {
    const other = await stage.client(systemCode(), { postLogoutRedirectUris: ["https://other.example/"] })
    const signed = await signedIn()
    await refused(signed, { client_id: other.id })
    // by its name alone a system has its own addresses, and no other's
    await refused(signed, { id_token_hint: undefined, client_id: other.id })
    await refused(signed, { id_token_hint: undefined, client_id: "nobody" })
  })

  it("takes no form that it did not make", async () => {
    const { browser, ending } = await signedIn()
    const before = await live()
    const page = await browser.get(ending())
    const forged = page.text.replace(/name="xsrf" value="/, "$&x")
    expect((await confirmSignOut(browser, forged)).status).toBe(400)
    expect(await live()).toBe(before)
  })

  it("asks as well where the portal alone still knows the person, by no script", async () => {
    const { browser, ending } = await signedIn()
    const before = await live()
    for (const name of browser.cookies.keys()) if (name.startsWith("dla-sso-op")) browser.cookies.delete(name)
    const page = await browser.get(ending())
    expect(page.text).toContain(question)
    expect(page.text).not.toContain("<script")
    expect((await confirmSignOut(browser, page.text)).location).toContain(after)
    expect(await live()).toBe(before - 1)
  })

  it("speaks English to whom the system says so", async () => {
    const { browser, ending } = await signedIn()
    expect((await browser.get(ending({ ui_locales: "en" }))).text).toContain("Sign out?")
  })
})

function signedBy(key: KeyObject, head: string, body: string): string {
  return `${head}.${body}.${sign("sha256", Buffer.from(`${head}.${body}`), key).toString("base64url")}`
}

/** A request with this in it is answered by a page of refusal, which leads nowhere; everybody stays signed in. */
async function refused(
  signed: Awaited<ReturnType<typeof signedIn>>,
  more: Record<string, string | undefined>,
) {
  const before = await live()
  const { status, location, text } = await signed.browser.get(signed.ending(more))
  expect({ status, location }).toEqual({ status: 400, location: "" })
  expect(text).not.toContain("evil.example")
  expect(await live()).toBe(before)
}
