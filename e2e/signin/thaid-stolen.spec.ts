import { type APIRequestContext, expect } from "@playwright/test"
import { testThere as test } from "../operations/own-demo"
import { persona } from "../support/cast"
import { leadsTo, post } from "../support/sign-in"
import { agreeAt } from "../support/thaid"

// A demonstration of its own: faults that other journeys arm at their stand-in are not for these sign-ins.

type Visit = { readonly request: APIRequestContext; readonly there: string }

/** A browser that has left for ThaiID. */
async function left(request: APIRequestContext): Promise<Visit> {
  return { request, there: leadsTo(await post(request, "/api/login/thaid", {})) ?? "" }
}

const callback = (state: string, code: string) =>
  `/api/login/thaid/callback?${new URLSearchParams({ state, code })}`
const stateOf = ({ there }: Visit) => new URL(there).searchParams.get("state") ?? ""
const bring = async ({ request }: Visit, address: string) =>
  leadsTo(await request.get(address, { maxRedirects: 0 })) ?? ""
const isIn = async ({ request }: Visit) =>
  (await request.get("/portal", { maxRedirects: 0 })).status() === 200

test("a stolen state, a replayed code and another's code open nothing", async ({ playwright, baseURL }) => {
  const browser = () => playwright.request.newContext(baseURL ? { baseURL } : {})
  const victim = await left(await browser())
  const card = await persona(victim.request, "pranee.t")
  const back = await agreeAt(victim.there, card.nationalId)
  const code = back.searchParams.get("code") ?? ""

  // the whole way back in a browser that has been to ThaiID itself, and in one that has not
  const thief = await left(await browser())
  expect(await bring(thief, back.pathname + back.search)).toContain("signin.thaid-other-browser")
  const newcomer = { request: await browser(), there: "" }
  expect(await bring(newcomer, back.pathname + back.search)).toContain("signin.thaid-other-browser")
  // a code that nobody has used yet, under the thief's own state: the nonce is not his
  expect(await bring(thief, callback(stateOf(thief), code))).toContain("signin.thaid-unverified")
  expect([await isIn(thief), await isIn(newcomer)]).toEqual([false, false])

  // the code is spent by that, and the person it belongs to is told to begin anew
  expect(await bring(victim, back.pathname + back.search)).toContain("signin.thaid-expired")
  const again = await left(victim.request)
  const second = await agreeAt(again.there, card.nationalId)
  expect(await bring(again, second.pathname + second.search)).toBe("/portal")

  // a code that has served, under a new state of the same browser
  const replay = await left(await browser())
  const spent = second.searchParams.get("code") ?? ""
  expect(await bring(replay, callback(stateOf(replay), spent))).toContain("signin.thaid-expired")
  expect(await isIn(replay)).toBe(false)
})

test("the cookie of the errand is kept from scripts and other sites, and lives a quarter of an hour", async ({
  request,
}) => {
  const answer = await post(request, "/api/login/thaid", {})
  const line = answer
    .headersArray()
    .find(({ name, value }) => /^set-cookie$/i.test(name) && /thaid=/.test(value))
  expect(line?.value).toMatch(/^dla-sso-thaid=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=900$/)
})
