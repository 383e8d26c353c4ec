import { beforeAll, beforeEach, describe, expect, it } from "vitest"
import { findUnitWithOffices, searchUnits } from "@/db/queries/units"
import { here, later, no, start } from "@/db/testing/assisted-steps"
import { receiver, restructuringSteps, upgrade } from "@/db/testing/restructuring-steps"
import { useTestDatabase } from "@/db/testing/use-test-database"
import { execute, look } from "@/lib/kernel/execute"
import { carryOutDue } from "./carry-out-due"
import { carryOutPlanned } from "./carry-out-planned"
import { getChange } from "./get-change"
import { planChange } from "./plan-change"
import { withdrawChange } from "./withdraw-change"

const test = useTestDatabase()
const steps = restructuringSteps(test)
const { admin, by, plan, idOf, codesOf, membersOf } = steps
const day = 86_400

beforeAll(() => steps.prepare())
beforeEach(() => steps.restore())

const tomorrow = { day: "22", month: "11", year: "2569" }

describe("a unit that is upgraded", () => {
  it("keeps its identity: the former code still leads to it, and it stands under the provincial office", async () => {
    const id = await idOf(here)
    const own = await admin(here)
    expect(await plan(upgrade())).toEqual({ ok: true, value: { code: "04360207", isDone: true } })
    expect(await idOf("04360207")).toBe(id)
    expect(await idOf(here)).toBe(id)
    expect(await codesOf(here)).toEqual([
      [here, "2026-11-20"],
      ["04360207", null],
    ])
    const [unit, office] = await findUnitWithOffices(test().db, here, start)
    expect(unit).toMatchObject({ code: "04360207", kind: "town_municipality", nameTh: "เทศบาลเมืองภูแลนคา" })
    expect(office?.code).toBe("36")
    const filters = { province: "", district: "", kind: "", limit: 9, offset: 0 }
    const byOld = await searchUnits(test().db, { by: "code", code: here }, filters, start)
    expect(byOld.units.map(({ code }) => code)).toEqual(["04360207"])
    const byTail = await searchUnits(test().db, { by: "code", code: "360207" }, filters, start)
    expect(byTail.units.map(({ code }) => code)).toEqual(["04360207"])
    expect(await membersOf("04360207")).toEqual([own.accountId])
    const [event] = await test()
      .owner`select detail, unit_id from audit_events where action = 'restructuring.plan'
      and refusal is null order by seq desc limit 1`
    expect(event).toMatchObject({ unit_id: id, detail: { act: "change", from: here, to: "04360207" } })
  })

  it("on a day becomes so on that day, and not if that was withdrawn before", async () => {
    expect(await plan(upgrade({ effectiveOn: tomorrow }))).toMatchObject({
      ok: true,
      value: { isDone: false },
    })
    expect(await plan(upgrade())).toEqual(no("restructuring.planned-already"))
    await carryOutDue(test().db, later(3600))
    expect((await findUnitWithOffices(test().db, here, start))[0]?.code).toBe(here)
    await carryOutDue(test().db, later(day))
    expect((await findUnitWithOffices(test().db, here, start))[0]?.code).toBe("04360207")
    expect((await codesOf(here))[0]).toEqual([here, "2026-11-21"])
    const [done] = await test().owner<{ id: string; state: string }[]>`select id, state from unit_changes`
    expect(done?.state).toBe("done")
    const back = upgrade({ unitCode: "04360207", kind: "sao", newCode: here, nameTh: "องค์การบริหารส่วนตำบลภู" })
    await plan(
      { ...back, effectiveOn: { ...tomorrow, day: "25" } },
      { seenCode: "04360207" },
      steps.theOfficer(),
      later(day),
    )
    const [planned] = await test().owner<
      { id: string }[]
    >`select id from unit_changes where state = 'planned'`
    const withdraw = (changeId?: string) =>
      execute(withdrawChange, by(steps.theOfficer(), later(day)), { unitCode: "04360207", changeId })
    expect(await withdraw(planned?.id)).toMatchObject({ ok: true })
    expect(await withdraw(planned?.id)).toEqual(no("restructuring.gone"))
    expect(await withdraw(done?.id)).toEqual(no("restructuring.gone"))
    await carryOutDue(test().db, later(9 * day))
    expect((await findUnitWithOffices(test().db, here, start))[0]?.code).toBe("04360207")
    const system = {
      ...by(steps.theOfficer(), later(9 * day)),
      actor: { kind: "system", name: "t" } as const,
    }
    expect(await execute(carryOutPlanned, system, { changeId: planned?.id })).toEqual(
      no("restructuring.gone"),
    )
  })

  it("whose code another took meanwhile stays as it is, and its page says why", async () => {
    await plan(upgrade({ effectiveOn: tomorrow }))
    await test().owner`update units set code = '04360207' where code = '06360301'`
    await carryOutDue(test().db, later(day))
    expect((await findUnitWithOffices(test().db, here, start))[0]?.code).toBe(here)
    const shown = await look(getChange, by(steps.theOfficer(), start), { unitCode: here })
    expect(shown).toMatchObject({
      ok: true,
      value: { changes: [{ state: "failed", failure: "restructuring.code-taken" }] },
    })
  })

  it.each([
    [{ newCode: "06360301" }, "restructuring.code-taken"],
    [{ newCode: "04360208" }, "restructuring.tail-differs"],
    [{ newCode: "04400207" }, "restructuring.other-place"],
    [{ newCode: "04369907" }, "restructuring.other-place"],
    [{ unitCode: "3602" }, "restructuring.not-local"],
    [{ unitCode: "06999999" }, "not-found"],
    [{ effectiveOn: { day: "20", month: "11", year: "2569" } }, "restructuring.day-wrong"],
    [{ effectiveOn: { day: "20", month: "11", year: "2571" } }, "restructuring.day-wrong"],
  ])("is refused for %j: %s", async (more, code) => {
    expect(await plan(upgrade(more))).toEqual(no(code))
  })

  it("is refused without the box, by another's sight of it, by who is no officer; fields that are wrong are named", async () => {
    expect(await plan(upgrade(), { confirmed: false })).toEqual(no("restructuring.confirm"))
    expect(await plan(upgrade(), { seenCode: receiver })).toEqual(no("restructuring.stale"))
    for (const actor of [await admin(here), await admin("3602"), await admin("36")])
      expect(await plan(upgrade(), {}, actor)).toEqual(no("forbidden"))
    const unproved = { ...by(steps.theOfficer(), start), actor: steps.theOfficer() }
    expect(
      await execute(planChange, unproved, {
        wish: upgrade(),
        seenCode: here,
        confirmed: true,
        tailConfirmed: false,
      }),
    ).toEqual(no("session.step-up-needed"))
    expect(await plan(upgrade({ nameTh: "เทศบาลตำบลภูแลนคา", newCode: "1", reason: "" }))).toEqual({
      ok: false,
      refusal: {
        code: "invalid",
        fields: { "wish.nameTh": "nameKind", "wish.newCode": "codeWrong", "wish.reason": "reasonMissing" },
      },
    })
    expect(await plan(upgrade({ newCode: "04360399" }), { tailConfirmed: true })).toMatchObject({ ok: true })
    expect(
      await plan({ ...upgrade(), unitCode: "04360399", newCode: "04360399" }, { seenCode: "04360399" }),
    ).toEqual(no("restructuring.unchanged"))
  })

  it("is changed once by two at once", async () => {
    const both = await Promise.all([1, 2, 3].map(() => plan(upgrade())))
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    expect((await codesOf(here)).filter(([code]) => code === "04360207")).toHaveLength(1)
  })
})
