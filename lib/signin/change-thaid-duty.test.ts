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

import { days, midnight, typed, useThaidDutyTest } from "@/db/testing/use-thaid-duty-test"
import { no, start } from "@/db/testing/use-thaid-sign-in-test"
import { changeThaidDuty } from "./change-thaid-duty"
import { getThaidDuty } from "./get-thaid-duty"

const { at, owner, signIn, made, acting, set, prove, knock, administrator } = useThaidDutyTest(service)

describe("a change of that duty", () => {
  it("is audited with group, days and the sessions that it cuts short", async () => {
    await set(0, "admins", typed(40))
    const [event] = await owner()`
      select detail from audit_events where action = 'signin.change-thaid-duty' and refusal is null
      order by seq desc limit 1`
    expect(event?.detail).toEqual({
      setting: "signin.thaid-duty",
      version: 1,
      group: "admins",
      before: null,
      after: midnight(40).toISOString(),
      sessions: 0,
    })
  })

  it("keeps what holds for the other groups", async () => {
    await set(0, "admins", typed(40))
    await prove(start)
    await set(1, "everyone", typed(100))
    const seen = await look(getThaidDuty, { ...at(start), actor: acting(start) }, {})
    expect(seen).toMatchObject({
      value: {
        duties: [
          { group: "admins", from: midnight(40) },
          { group: "everyone", from: midnight(100) },
        ],
      },
    })
  })

  it("with less than 30 days' notice must be confirmed", async () => {
    expect(await set(0, "admins", typed(20))).toEqual(no("signin.thaid-duty-short-notice"))
    expect((await set(0, "admins", typed(20), { confirmed: true })).ok).toBe(true)
  })

  it("that lifts it or puts it off once it holds must be confirmed; before its day it need not be", async () => {
    await set(0, "admins", typed(40))
    const held = days(50)
    expect(await set(1, "admins", typed(90), {}, held)).toEqual(no("signin.thaid-duty-lifted"))
    expect(await set(1, "admins", {}, { lifted: true }, held)).toEqual(no("signin.thaid-duty-lifted"))
    expect((await set(1, "admins", {}, { lifted: true })).ok).toBe(true)
    expect((await knock(await made("admin"), held)).ok).toBe(true)
  })

  it("that concerns the administrator needs that ThaiID has once let him in", async () => {
    await prove(null)
    expect(await set(0, "department", typed(40))).toEqual(no("signin.thaid-duty-prove-first"))
    expect(await set(0, "everyone", typed(40))).toEqual(no("signin.thaid-duty-prove-first"))
    expect((await signIn(administrator(), start)).ok).toBe(true)
    expect((await set(0, "everyone", typed(40))).ok).toBe(true)
  })

  it("names what is amiss: no group, no day, too far, an older version, nothing new", async () => {
    const fields = async (group: string, day: object) => {
      const answer = await set(0, group, day)
      return answer.ok ? undefined : answer.refusal.fields
    }
    expect(await fields("clerks", typed(40))).toEqual({ group: "groupMissing" })
    expect(await fields("admins", { day: "31", month: "2", year: "2570" })).toEqual({ day: "dateWrong" })
    expect(await set(0, "admins", typed(400))).toEqual(no("signin.second-factor-too-far"))
    expect((await set(0, "admins", typed(40))).ok).toBe(true)
    expect(await set(0, "admins", typed(41))).toEqual(no("settings.stale"))
    expect(await set(1, "admins", typed(40))).toEqual(no("settings.unchanged"))
  })

  it("needs a fresh proof of who changes it", async () => {
    const { steppedUpAt: _, ...stale } = acting(start)
    const input = { version: 0, group: "admins", ...typed(40), lifted: false, confirmed: false }
    expect(await execute(changeThaidDuty, { ...at(start), actor: stale }, input)).toEqual(
      no("session.step-up-needed"),
    )
  })
})
