import { randomUUID } from "node:crypto"
import { describe, expect, it, vi } from "vitest"
import { makeAccount } from "@/db/factories/account"
import { execute } from "@/lib/kernel/execute"

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

import { later, no, secondHalf, start, useThaidSignInTest } from "@/db/testing/use-thaid-sign-in-test"
import { signInByThaid } from "./sign-in-by-thaid"

const { database, at, begun, vouch, back, finish, signIn, events } = useThaidSignInTest(service)
const owner = () => database().owner
const db = () => database().db
const second = (attemptId: string, now: Date) => execute(signInByThaid, at(now), secondHalf(attemptId))

describe("a sign-in by ThaiID", () => {
  it("opens a session that says so truthfully, and keeps where to go and whose computer it is", async () => {
    const account = await makeAccount(db())
    const errand = await begun(start, { returnTo: "/account", sharedComputer: true })
    await vouch(errand, account, start)
    const result = await finish(errand, start)
    expect(result).toMatchObject({ ok: true, value: { returnTo: "/account", mustChoose: false } })
    const [row] = await owner()`
      select s.acr, s.amr, s.shared_computer, a.thaid_proved_at from sessions s
      join accounts a on a.id = s.account_id where a.id = ${account.id}`
    expect(row).toEqual({
      acr: "urn:dla:thaid",
      amr: ["thaid", "mfa"],
      shared_computer: true,
      thaid_proved_at: start,
    })
  })

  it("does its second half once, and only for an errand that came back", async () => {
    const account = await makeAccount(db())
    const errand = await begun(start)
    await vouch(errand, account, start)
    expect(await second(randomUUID(), start)).toEqual(no("signin.thaid-used"))
    const returned = await back(errand, start)
    const id = returned.ok ? returned.value.attemptId : ""
    const both = await Promise.all([second(id, start), second(id, start)])
    expect(both.map((one) => (one.ok ? "in" : one.refusal.code)).toSorted()).toEqual([
      "in",
      "signin.thaid-used",
    ])
    expect(await second(id, start)).toEqual(no("signin.thaid-used"))
    expect(await owner()`select 1 from sessions where account_id = ${account.id}`).toHaveLength(1)
  })

  it("of a person without an account is refused", async () => {
    expect(await signIn({ nationalId: "1234567890121" }, start)).toEqual(no("signin.thaid-unknown"))
  })

  it.each([
    ["locked", "signin.suspended"],
    ["suspended", "signin.suspended"],
    ["closed", "signin.thaid-closed"],
  ] as const)("of a person whose account is %s ends as %s, without a session", async (state, code) => {
    const account = await makeAccount(db(), { state })
    expect(await signIn(account, start)).toEqual(no(code))
    expect(await owner()`select 1 from sessions where account_id = ${account.id}`).toHaveLength(0)
  })

  it("of a person who was invited is his acceptance: the account is in use and signs in by ThaiID", async () => {
    const account = await makeAccount(db(), { state: "invited", passwordHash: null, emailVerifiedAt: null })
    expect(await signIn(account, start)).toMatchObject({ ok: true })
    const [row] = await owner()`
      select state, sign_in_method as method, email_verified_at as verified from accounts where id = ${account.id}`
    expect(row).toEqual({ state: "active", method: "thaid", verified: null })
  })

  it("works where the password route is closed after too many failures, and needs no password at all", async () => {
    const account = await makeAccount(db(), {
      passwordClosedAt: start,
      passwordHash: null,
      email: null,
      emailVerifiedAt: null,
    })
    expect((await signIn(account, start)).ok).toBe(true)
  })

  it.each([
    ["a wrong iss", { iss: "https://another.example" }, "signin.thaid-unverified"],
    ["another's nonce", { nonce: "another" }, "signin.thaid-unverified"],
    ["no nonce", { nonce: undefined }, "signin.thaid-unverified"],
    ["no number", { pid: undefined, sub: "opaque" }, "signin.thaid-misconfigured"],
    ["a low ial", { ial: "1.1" }, "signin.thaid-ial-too-low"],
    ["an expired card", { date_of_expiry: "2020-01-01" }, "signin.thaid-card-expired"],
  ])("with %s opens nothing", async (_, change, code) => {
    const account = await makeAccount(db())
    expect(await signIn(account, start, change)).toEqual(no(code))
    expect(await owner()`select 1 from sessions where account_id = ${account.id}`).toHaveLength(0)
  })

  it("ends in plain words when the service is down, slow, or takes the code for spent", async () => {
    const answers = [
      [{ status: 500, text: "<html>" }, "signin.thaid-upstream"],
      [{ text: "{}", afterMs: 1500 }, "signin.thaid-upstream"],
      [{ status: 400, text: '{"error":"duplicate_request"}' }, "signin.thaid-expired"],
      [{ status: 401, text: '{"error":"invalid_client"}' }, "signin.thaid-misconfigured"],
    ] as const
    for (const [reply, code] of answers) {
      service.replies.set("/token/", reply)
      expect(await finish(await begun(start), start)).toEqual(no(code))
    }
  })

  it("goes on with clocks 60 s apart, the service's and another instance's", async () => {
    const account = await makeAccount(db())
    for (const apart of [-60, 60]) {
      const errand = await begun(start)
      await vouch(errand, account, later(apart))
      expect((await finish(errand, start)).ok, `${apart} s`).toBe(true)
    }
    const errand = await begun(later(60))
    await vouch(errand, account, start)
    expect((await finish(errand, start)).ok).toBe(true)
  })

  it("leaves each outcome in the audit, and no code, token or number anywhere in it", async () => {
    const account = await makeAccount(db())
    await signIn(account, start)
    await signIn(account, start, { ial: "1.1" })
    const all = await events()
    expect(all.at(-4)).toMatchObject({
      action: "signin.thaid",
      refusal: null,
      actor_id: account.id,
      session_id: expect.any(String),
      detail: { acr: "urn:dla:thaid", ial: "2.3", pidFrom: "pid", card: "not-told" },
    })
    expect(all.at(-1)).toMatchObject({ refusal: "signin.thaid-ial-too-low", detail: { why: "ial-too-low" } })
    const text = JSON.stringify(await owner()`select * from audit_events`)
    for (const secret of [account.nationalId, "the-code", "access-token", "refresh-token"])
      expect(text).not.toContain(secret)
    expect(text).not.toMatch(/eyJ[\w-]{20}/)
  })
})
