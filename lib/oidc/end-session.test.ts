import * as openid from "openid-client"
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest"
import { OidcStage } from "@/db/testing/oidc-stage"
import { rightsSteps } from "@/db/testing/rights-steps"
import { useTestDatabase } from "@/db/testing/use-test-database"
import type { AccountActor } from "@/lib/kernel/actor"

const test = useTestDatabase()
const { admin, system, does } = rightsSteps(test)
const stage = new OidcStage(test)
const after = "https://rp.example/signed-out"

let client: { id: string; secret: string }
let one: AccountActor
let recorder: string

beforeAll(async () => {
  await stage.open()
  const made = await system()
  recorder = made.recorder
  client = await stage.client(made.code, { postLogoutRedirectUris: [after] })
})
afterAll(() => stage.close())
beforeEach(async () => {
  one = await admin("06360207")
  expect(await does(await admin("06360207"), "grant", one, recorder)).toMatchObject({ ok: true })
})

async function signedIn() {
  const browser = await stage.browser(one)
  const verifier = openid.randomPKCECodeVerifier()
  const config = await openid.discovery(
    new URL(`${stage.origin}/oidc`),
    client.id,
    undefined,
    openid.ClientSecretBasic(client.secret),
    { execute: [openid.allowInsecureRequests] },
  )
  const address = openid.buildAuthorizationUrl(config, {
    redirect_uri: "https://rp.example/cb",
    scope: "openid roles",
    code_challenge: await openid.calculatePKCECodeChallenge(verifier),
    code_challenge_method: "S256",
  })
  const back = await browser.follow(address.href)
  const tokens = await openid.authorizationCodeGrant(config, new URL(back.location), {
    pkceCodeVerifier: verifier,
  })
  const end = (more: Record<string, string> = {}) =>
    openid.buildEndSessionUrl(config, {
      id_token_hint: tokens.id_token ?? "",
      post_logout_redirect_uri: after,
      ...more,
    }).href
  return { browser, tokens, config, end }
}

const isLive = async () =>
  (await test().owner`select 1 from sessions where account_id = ${one.accountId} and revoked_at is null`)
    .length > 0

/** Sends the form of a page, as its button does. */
async function confirm(browser: Awaited<ReturnType<typeof stage.browser>>, page: string) {
  const [, action = ""] = /action="([^"]+)"/.exec(page) ?? []
  const [, xsrf = ""] = /name="xsrf" value="([^"]+)"/.exec(page) ?? []
  const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join("; ")
  return await fetch(action.replaceAll("&#38;", "&"), {
    method: "POST",
    redirect: "manual",
    headers: { cookie },
    body: new URLSearchParams({ xsrf, logout: "yes" }),
  })
}

it("asks in Thai, then ends the portal's session with all that came of it, and goes back with the state", async () => {
  const { browser, end, config, tokens } = await signedIn()
  const page = await browser.get(end({ state: "s-1" }))
  expect(page.text).toContain("ออกจากระบบหรือไม่")
  expect(await isLive()).toBe(true)
  const gone = await confirm(browser, page.text)
  expect(gone.status).toBe(303)
  expect(gone.headers.get("location")).toBe(`${after}?state=s-1`)
  expect(await isLive()).toBe(false)
  await expect(openid.fetchUserInfo(config, tokens.access_token, one.accountId)).rejects.toThrow()
})

it("speaks English to whom the system says so", async () => {
  const { browser, end } = await signedIn()
  expect((await browser.get(end({ ui_locales: "en" }))).text).toContain("Sign out?")
})

it("asks as well where the portal alone still knows the person", async () => {
  const { browser, end } = await signedIn()
  for (const name of browser.cookies.keys()) if (name.startsWith("dla-sso-op")) browser.cookies.delete(name)
  const page = await browser.get(end())
  expect(page.text).toContain("ออกจากระบบหรือไม่")
  expect(page.text).not.toContain("<script")
  expect((await confirm(browser, page.text)).headers.get("location")).toBe(after)
  expect(await isLive()).toBe(false)
})

it("leads nowhere but to addresses of the client, and takes no form that it did not make", async () => {
  const { browser, end } = await signedIn()
  for (const to of [
    `${after}/`,
    `${after}?a=1`,
    "https://rp.example.evil/signed-out",
    "http://rp.example/signed-out",
  ])
    expect((await browser.get(end({ post_logout_redirect_uri: to }))).status, to).toBe(400)
  expect((await browser.get(end({ id_token_hint: "not.a.token" }))).status).toBe(400)
  const page = await browser.get(end())
  expect((await confirm(browser, page.text.replace(/name="xsrf" value="/, "$&x"))).status).toBe(400)
  expect(await isLive()).toBe(true)
})
