import { describe, expect, it, vi } from "vitest"
import { makeAccount } from "@/db/factories/account"
import { look } from "@/lib/kernel/execute"

const service = await vi.hoisted(async () => {
  const { ThaidStandIn } = await import("@/db/testing/thaid-stand-in")
  const started = await new ThaidStandIn().start()
  vi.stubEnv("THAID_ORIGIN", started.origin)
  vi.stubEnv("THAID_CLIENT_ID", started.clientId)
  vi.stubEnv("THAID_CLIENT_SECRET", started.clientSecret)
  vi.stubEnv("THAID_NONCE_REQUIRED", "1")
  vi.stubEnv("THAID_PATIENCE_SECONDS", "1")
  return started
})

import { later, no, start, useThaidSignInTest } from "@/db/testing/use-thaid-sign-in-test"
import { getThaidErrand } from "./get-thaid-errand"

const { database, at, start: startErrand, begun, vouch, back, finish, events } = useThaidSignInTest(service)
const owner = () => database().owner
const db = () => database().db

describe("the errand to ThaiID", () => {
  it("leaves with 256 bits of state and nonce, a PKCE challenge, and our data to the letter", async () => {
    const result = await startErrand(start)
    const url = new URL(result.ok ? result.value.address : "")
    expect(url.origin + url.pathname).toBe(`${service.origin}/auth/`)
    const sent = Object.fromEntries(url.searchParams)
    expect(sent).toMatchObject({
      response_type: "code",
      client_id: service.clientId,
      redirect_uri: "http://127.0.0.1:3000/api/login/thaid/callback",
      scope: "openid pid title given_name family_name ial",
      code_challenge_method: "S256",
    })
    for (const name of ["state", "nonce", "code_challenge"]) expect(sent[name]).toMatch(/^[\w-]{43}$/)
  })

  it("is kept without any of its secrets readable", async () => {
    const { state, nonce, browser } = await begun(start)
    const [row] =
      await owner()`select t::text as everything from thaid_attempts t order by created_at desc limit 1`
    for (const secret of [state, nonce, browser]) expect(row?.everything).not.toContain(secret)
  })

  it("ends at once, and is audited, when the service cannot say where to go", async () => {
    service.replies.set("/.well-known/openid-configuration", { status: 503, text: "" })
    vi.resetModules()
    const fresh = await import("./start-thaid")
    const { execute } = await import("@/lib/kernel/execute")
    const input = { sharedComputer: false, address: null }
    expect(await execute(fresh.startThaid, at(start), input)).toEqual(no("signin.thaid-upstream"))
    expect((await events()).at(-1)).toMatchObject({
      refusal: "signin.thaid-upstream",
      detail: { why: "failed" },
    })
  })

  it("is told only to the browser that began it", async () => {
    const errand = await begun(start, { returnTo: "/account" })
    expect(await look(getThaidErrand, at(start), errand)).toEqual({
      ok: true,
      value: { purpose: "sign-in", returnTo: "/account" },
    })
    expect(await look(getThaidErrand, at(start), { ...errand, browser: "another" })).toEqual(no("not-found"))
  })

  it("is begun by an address six hundred times in ten minutes, and no oftener", async () => {
    const address = "192.0.2.99"
    await begun(start, { address })
    await owner()`update rate_limits set count = 600 where scope = 'thaid-starts-address' and count = 1`
    expect(await startErrand(later(1), { address })).toEqual({
      ok: false,
      refusal: { code: "signin.too-many-from-address", facts: { until: later(600) } },
    })
  })
})

describe("the return from ThaiID", () => {
  it("serves one of two who bring the same state at once", async () => {
    const errand = await begun(start)
    const both = await Promise.all([back(errand, start), back(errand, start)])
    expect(both.map((one) => (one.ok ? "on" : one.refusal.code)).toSorted()).toEqual([
      "on",
      "signin.thaid-used",
    ])
  })

  it("after 15 minutes, or with a state that nobody sent, comes too late", async () => {
    const errand = await begun(start)
    expect(await back(errand, later(900))).toEqual(no("signin.thaid-expired"))
    expect(await back({ ...errand, state: "never-sent" }, start)).toEqual(no("signin.thaid-expired"))
    expect(service.count("/token/")).toBe(0)
  })

  it("in another browser is refused, and the right one can still go on", async () => {
    const account = await makeAccount(db())
    const errand = await begun(start)
    await vouch(errand, account, start)
    for (const browser of [undefined, "another-browser"])
      expect(await back(errand, start, { browser })).toEqual(no("signin.thaid-other-browser"))
    expect((await finish(errand, start)).ok).toBe(true)
  })

  it("lets tabs side by side come back each with its own state", async () => {
    const account = await makeAccount(db())
    const first = await begun(start)
    const other = await begun(later(5), { browser: first.browser })
    expect(other.browser).toBe(first.browser)
    await vouch(first, account, later(10))
    expect((await finish(first, later(10))).ok).toBe(true)
    await vouch(other, account, later(11))
    expect((await finish(other, later(11))).ok).toBe(true)
  })

  it.each([
    ["user_denied", "signin.thaid-declined"],
    ["access_denied", "signin.thaid-declined"],
    ["invalid_scope", "signin.thaid-misconfigured"],
    ["unauthorized_client", "signin.thaid-misconfigured"],
    ["server_error", "signin.thaid-upstream"],
    ["something <b>else</b>", "signin.thaid-upstream"],
  ])("with the error %s ends as %s, used up and audited", async (error, code) => {
    const errand = await begun(start)
    expect(await back(errand, start, { error, code: undefined })).toEqual(no(code))
    expect(await back(errand, start)).toEqual(no("signin.thaid-used"))
    expect(JSON.stringify(await events())).not.toContain("<b>")
  })

  it("without a code ends there", async () => {
    expect(await back(await begun(start), start, { code: undefined })).toEqual(no("signin.thaid-upstream"))
  })
})
