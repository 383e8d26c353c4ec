import { describe, expect, it, vi } from "vitest"
import { makeAccount } from "@/db/factories/account"
import { makeUnitTree } from "@/db/factories/unit-tree"
import { adminAppointments, departmentPosts, memberships } from "@/db/schema/access"
import { touchLiveSession } from "@/lib/sessions/live-session"

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

import { later, start, useThaidSignInTest } from "@/db/testing/use-thaid-sign-in-test"

const { database, begun, back, finish, signIn, events } = useThaidSignInTest(service)
const person = () => makeAccount(database().db)

/** What each outcome of a sign-in by ThaiID does, and what the audit says of it: refusal, and why. */
const outcomes: Readonly<Record<string, readonly [() => Promise<unknown>, string, string | undefined]>> = {
  "declined by the person": [
    async () => back(await begun(start), start, { error: "user_denied", code: undefined }),
    "signin.thaid-declined",
    "user_denied",
  ],
  "come back too late": [
    async () => back(await begun(start), later(900)),
    "signin.thaid-expired",
    "too-late",
  ],
  "of a state that nobody sent": [
    async () => back({ ...(await begun(start)), state: "never-sent" }, start),
    "signin.thaid-expired",
    "unknown-state",
  ],
  "of a state used before": [
    async () => {
      const errand = await begun(start)
      await back(errand, start)
      await back(errand, start)
    },
    "signin.thaid-used",
    undefined,
  ],
  "brought by another browser": [
    async () => back(await begun(start), start, { browser: "another" }),
    "signin.thaid-other-browser",
    undefined,
  ],
  "with another's nonce": [
    async () => signIn(await person(), start, { nonce: "another" }),
    "signin.thaid-unverified",
    "nonce",
  ],
  "with a signature of nobody known": [
    async () => {
      const errand = await begun(start)
      const stranger = await service.newKey("key-one")
      service.giveToken(await service.sign(service.claims(start, { nonce: errand.nonce }), {}, stranger))
      await finish(errand, start)
    },
    "signin.thaid-unverified",
    "signature",
  ],
  "with a spent code": [
    async () => {
      service.replies.set("/token/", { status: 400, text: '{"error":"invalid_request"}' })
      await finish(await begun(start), start)
    },
    "signin.thaid-expired",
    "code-refused",
  ],
  "while the service is slow": [
    async () => {
      service.replies.set("/token/", { text: "{}", afterMs: 1500 })
      await finish(await begun(start), start)
    },
    "signin.thaid-upstream",
    "slow",
  ],
  "while the service answers in HTML": [
    async () => {
      service.replies.set("/token/", { status: 403, text: "<html>" })
      await finish(await begun(start), start)
    },
    "signin.thaid-upstream",
    "failed",
  ],
  "of a person without an account": [
    async () => signIn({ nationalId: "1234567890121" }, start),
    "signin.thaid-unknown",
    undefined,
  ],
}

describe("a sign-in by ThaiID", () => {
  it.each(Object.keys(outcomes))("%s is in the audit, and says why", async (name) => {
    const [work, refusal, why] = outcomes[name] ?? []
    await work?.()
    const last = (await events()).at(-1)
    expect(last?.refusal).toBe(refusal)
    expect(last?.detail?.why).toBe(why)
    expect(JSON.stringify(last)).not.toMatch(/the-code|\d{13}|eyJ/)
  })

  it("has used its state up before the service is asked", async () => {
    const errand = await begun(start)
    const returned = await back(errand, start)
    expect(service.count("/token/")).toBe(0)
    const [row] = await database().owner`
      select used_at, outcome from thaid_attempts where id = ${returned.ok ? returned.value.attemptId : null}`
    expect(row).toEqual({ used_at: start, outcome: null })
  })

  it("of a person whose work for every unit has ended opens a session without any power", async () => {
    const { db } = database()
    const account = await person()
    const tree = await makeUnitTree(db)
    const past = { validFrom: "2026-01-01", validUntil: "2026-11-20" }
    const [{ id: membershipId } = { id: "" }] = await db
      .insert(memberships)
      .values({
        accountId: account.id,
        unitId: tree["06360207"].id,
        post: "ทดสอบ",
        staffKind: "local-government",
        state: "active",
        ...past,
      })
      .returning({ id: memberships.id })
    const order = { orderNumber: "1", orderYearBe: 2569, orderDate: "2026-01-01" }
    await db.insert(adminAppointments).values({ membershipId, ...order, validFrom: "2026-01-01" })
    await db
      .insert(departmentPosts)
      .values({ accountId: account.id, role: "officer", grantedAt: start, endedAt: start })
    const result = await signIn(account, start)
    const token = result.ok && "session" in result.value ? result.value.session : ""
    expect(await touchLiveSession(db, token, start)).toMatchObject({
      accountId: account.id,
      seats: [],
      roles: [],
    })
  })
})
