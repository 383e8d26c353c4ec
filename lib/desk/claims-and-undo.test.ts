import { beforeAll, describe, expect, it, vi } from "vitest"
import { makeCase } from "@/db/factories/case"
import { makeUnitTree } from "@/db/factories/unit-tree"
import { deskSteps, later, no, plain, start } from "@/db/testing/desk-steps"
import { useTestDatabase } from "@/db/testing/use-test-database"
import { execute } from "@/lib/kernel/execute"
import { releaseCase } from "./release-case"

// the rooms of requests have tests of their own
vi.mock("./subjects", () => import("@/db/testing/stub-subjects"))

const test = useTestDatabase()
const { claim, claimNext, decide, decisionsOf, officer, reopen, rowOf, settle, undo } = deskSteps(test)
let unitId = ""
beforeAll(async () => {
  unitId = (await makeUnitTree(test().db))["06360207"].id
})

const waiting = async (over: Partial<Parameters<typeof makeCase>[1]> = {}) =>
  makeCase(test().db, { unitId, submittedAt: start, ...over })
const mailsTo = async (subjectId: string) =>
  (await test().owner`select 1 from outbox_mails where recipient = ${`${subjectId}@test.example`}`).length

describe("a case in hand", () => {
  it("is nobody else's for ten minutes, unless it is put down; one has one in hand", async () => {
    const [one, two] = [await officer(), await officer()]
    const [first, second] = [await waiting(), await waiting()]
    expect(await claim(one, first.number)).toEqual({ ok: true, value: { until: later(600) } })
    expect(await claim(two, first.number)).toEqual({
      ok: false,
      refusal: { code: "desk.claimed", facts: { until: later(600) } },
    })
    expect(await decide(two, first.number)).toMatchObject({ refusal: { code: "desk.claimed" } })
    expect(await claim(one, first.number, later(300))).toEqual({ ok: true, value: { until: later(900) } })
    expect((await claim(two, first.number, later(901))).ok).toBe(true)
    expect((await claim(two, second.number, later(902))).ok).toBe(true)
    expect(await rowOf(first.number)).toMatchObject({ claimed_by: null })
    expect((await decide(one, first.number, {}, later(903))).ok).toBe(true)
  })

  it("is free again once it is put down", async () => {
    const [one, two, at] = [await officer(), await officer(), await waiting()]
    await claim(one, at.number)
    const context = { db: test().db, actor: one, now: start, requestId: "test" }
    expect((await execute(releaseCase, context, {})).ok).toBe(true)
    expect((await claim(two, at.number)).ok).toBe(true)
  })

  it("is another one for each of many reviewers who ask for the next at the same moment", async () => {
    await test().owner`update cases set state = 'withdrawn'`
    const made = await Promise.all(
      [0, 1, 2, 3].map((n) => waiting({ submittedAt: later(n), waitingSince: later(n) })),
    )
    const people = await Promise.all([0, 1, 2, 3].map(() => officer()))
    const got = await Promise.all(people.map((one) => claimNext(one)))
    const numbers = got.map((answer) => (answer.ok ? answer.value.number : answer.refusal.code))
    expect(numbers.toSorted()).toEqual(made.map(({ number }) => number).toSorted())
    expect(await claimNext(await officer())).toEqual(no("desk.nothing-waiting"))
  })
})

describe("taking a decision back", () => {
  it("is for whoever made it, within half a minute, and nothing follows from it", async () => {
    const [one, two, at] = [await officer(), await officer(), await waiting()]
    expect(await undo(one, at.number)).toEqual(no("desk.not-decided"))
    await decide(one, at.number)
    expect(await undo(two, at.number)).toEqual(no("desk.not-your-decision"))
    expect((await undo(one, at.number, later(29))).ok).toBe(true)
    expect(await rowOf(at.number)).toMatchObject({ state: "waiting", version: 3, claimed_by: one.accountId })
    await settle(later(31))
    expect(await mailsTo(at.subjectId)).toBe(0)
    await decide(one, at.number, { version: 3, ...plain.return }, later(40))
    expect(await undo(one, at.number, later(70))).toEqual(no("desk.undo-late"))
    await settle(later(70))
    expect(await undo(one, at.number, later(71))).toEqual(no("desk.undo-late"))
    expect(await mailsTo(at.subjectId)).toBe(1)
  })

  it("is opening the case again once it took effect, by whoever may decide, with a reason", async () => {
    const [one, two, at] = [await officer(), await officer(), await waiting()]
    await decide(one, at.number)
    expect(await reopen(two, at.number, later(10))).toEqual(no("desk.not-decided"))
    await settle(later(30))
    expect((await reopen(two, at.number, later(60))).ok).toBe(true)
    expect(await rowOf(at.number)).toMatchObject({ state: "waiting", version: 3, waiting_since: later(60) })
    expect(await decisionsOf(at.number)).toMatchObject([
      { ended_reason: "reopened", ended_by: two.accountId, ended_note: "ตรวจพบเอกสารใหม่" },
    ])
    expect(await reopen(two, at.number, later(61))).toEqual(no("desk.not-decided"))
    expect((await decide(two, at.number, { version: 3, ...plain.reject }, later(62))).ok).toBe(true)
  })
})
