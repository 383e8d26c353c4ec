import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, it, vi } from "vitest"
import { execute, look } from "@/lib/kernel/execute"

const service = await vi.hoisted(async () => {
  const { ThaidStandIn } = await import("@/db/testing/thaid-stand-in")
  const started = await new ThaidStandIn().start()
  vi.stubEnv("THAID_ORIGIN", started.origin)
  vi.stubEnv("THAID_CLIENT_ID", started.clientId)
  vi.stubEnv("THAID_CLIENT_SECRET", started.clientSecret)
  return started
})

import { midnight, typed, useThaidDutyTest } from "@/db/testing/use-thaid-duty-test"
import { no, start } from "@/db/testing/use-thaid-sign-in-test"
import { getMyMethod } from "./get-my-method"
import { getThaidDuty } from "./get-thaid-duty"
import { redeemCode } from "./redeem-code"
import { startMethodChange } from "./start-method-change"
import { startStepUp } from "./start-step-up"

const { at, owner, signIn, made, acting, set, prove, knock, begun, running } = useThaidDutyTest(service)

const endOf = async ({ sessionId }: { sessionId: string }) =>
  (await owner()`select expires_at from sessions where id = ${sessionId}`)[0]?.expires_at

describe("the duty to sign in by ThaiID", () => {
  it("lets everyone choose while nobody has set it", async () => {
    const account = await made("admin")
    expect((await knock(account, start)).ok).toBe(true)
    expect(await look(getThaidDuty, { ...at(start), actor: acting(start) }, {})).toMatchObject({
      ok: true,
      value: { version: 0, hasThaid: true, duties: [], changes: [] },
    })
  })

  it("of SSO Admins begins on its day: a right password opens until then, ThaiID before and after", async () => {
    const [admin, other] = [await made("admin"), await made("nobody")]
    expect((await set(0, "admins", typed(40))).ok).toBe(true)
    const day = midnight(40)
    const before = new Date(day.getTime() - 1000)
    expect((await knock(admin, before)).ok).toBe(true)
    expect(await knock(admin, day)).toEqual(no("signin.thaid-required"))
    expect((await knock(other, day)).ok).toBe(true)
    expect((await signIn(admin, before)).ok).toBe(true)
    expect((await signIn(admin, day)).ok).toBe(true)
    const wrong = await knock({ ...admin, password: "ไม่ใช่รหัสผ่านนี้แน่นอน" }, day)
    expect(wrong, "told to a right password alone").toEqual(no("signin.wrong"))
    const events = await owner()`
      select refusal from audit_events where action = 'signin.password' and actor_id = ${admin.id} order by seq`
    expect(events.map(({ refusal }) => refusal)).toContain("signin.thaid-required")
  })

  it.each([
    ["department", "department", true],
    ["department", "admin", false],
    ["admins", "department", false],
    ["everyone", "nobody", true],
  ] as const)("of %s, for one of %s, holds: %s", async (group, place, holds) => {
    const account = await made(place)
    await prove(start)
    expect((await set(0, group, typed(40))).ok).toBe(true)
    expect((await knock(account, midnight(40))).ok).toBe(!holds)
  })

  it("stops a sign-in that waits for its code when the day comes", async () => {
    const admin = await made("admin")
    expect((await set(0, "admins", typed(40))).ok).toBe(true)
    const waiting = await begun(admin, new Date(midnight(40).getTime() - 60_000))
    expect(await execute(redeemCode, at(midnight(40)), waiting)).toEqual(no("signin.thaid-required"))
    expect(await owner()`select 1 from sessions where account_id = ${admin.id}`).toHaveLength(0)
  })

  it("ends on its day what began by password before, and leaves alone what began by ThaiID", async () => {
    const [admin, other] = [await made("admin"), await made("nobody")]
    const now = new Date(midnight(40).getTime() - 3_600_000)
    const [byPassword, byThaid, others] = [
      await running(admin, "passwordAndMailedCode", now),
      await running(admin, "thaid", now),
      await running(other, "passwordAndMailedCode", now),
    ]
    expect(await set(0, "admins", typed(40), { confirmed: true }, now)).toMatchObject({
      value: { version: 1, sessions: 1 },
    })
    const usual = new Date(now.getTime() + 12 * 3_600_000)
    expect([await endOf(byPassword), await endOf(byThaid), await endOf(others)]).toEqual([
      midnight(40),
      usual,
      usual,
    ])
    // one that opens after the setting was made ends then as well
    const opened = await execute(redeemCode, at(now), await begun(admin, now))
    expect(opened.ok).toBe(true)
    const rows =
      await owner()`select expires_at from sessions where account_id = ${admin.id} and acr = 'urn:dla:email'`
    expect(rows.map(({ expires_at }) => expires_at)).toEqual([midnight(40), midnight(40)])
  })

  it("that begins at once ends them at once", async () => {
    const admin = await made("admin")
    const session = await running(admin, "password", start)
    expect((await set(0, "admins", typed(0), { confirmed: true })).ok).toBe(true)
    expect(await endOf(session)).toEqual(start)
  })

  it("bars the way back to the password, and a step-up by it", async () => {
    const admin = await made("admin")
    await set(0, "admins", typed(40))
    const late = await running(admin, "thaid", midnight(40))
    const as = { ...at(midnight(40)), actor: late }
    const stepUp = { password: admin.password, locale: "th", browser: { address: null, userAgent: "test" } }
    expect(await execute(startStepUp, as, stepUp)).toEqual(no("signin.thaid-required"))
    await owner()`update accounts set sign_in_method = 'thaid' where id = ${admin.id}`
    expect(await execute(startMethodChange, as, { to: "password" })).toEqual(no("signin.thaid-required"))
    expect(await look(getMyMethod, as, {})).toMatchObject({
      value: { duty: { from: midnight(40), isInForce: true } },
    })
  })

  it("is told beforehand to whom it concerns, and to nobody else", async () => {
    const [admin, other] = [await made("admin"), await made("nobody")]
    await set(0, "admins", typed(40))
    const dutyOf = async (account: { readonly id: string }) => {
      const actor = await running({ ...admin, ...account }, "password", start)
      const mine = await look(getMyMethod, { ...at(start), actor }, {})
      return mine.ok ? mine.value.duty : "nothing"
    }
    expect(await dutyOf(admin)).toEqual({ from: midnight(40), isInForce: false })
    expect(await dutyOf(other)).toBeUndefined()
  })

  it("is asked wherever a session begins: there is one such place", () => {
    const root = join(import.meta.dirname, "../..")
    const sources = ["app", "lib"].flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: "utf8" }).map((name) =>
        join(folder, name),
      ),
    )
    const holds = (call: string) =>
      sources.filter(
        (path) =>
          /(?<!\.test)\.tsx?$/.test(path) &&
          !path.includes("architecture/faults") &&
          readFileSync(join(root, path), "utf8").includes(call),
      )
    expect(holds("openSession(")).toEqual(["lib/sessions/open-session.ts", "lib/signin/admit.ts"])
    expect(holds("insertSession(")).toEqual(["lib/sessions/open-session.ts"])
  })
})
