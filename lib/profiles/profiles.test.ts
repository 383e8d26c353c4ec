import { describe, expect, it } from "vitest"
import { listToldOf } from "@/db/queries/unit-standing"
import { findUnitWithOffices } from "@/db/queries/units"

import { assistedSteps, here, later, no, start } from "@/db/testing/assisted-steps"
import { setUnitEmail } from "@/db/testing/set-unit-email"
import { useTestDatabase } from "@/db/testing/use-test-database"
import type { AccountActor } from "@/lib/kernel/actor"
import { execute, look } from "@/lib/kernel/execute"
import { changeProfile } from "./change-profile"
import { confirmProfile } from "./confirm-profile"
import { getProfile } from "./get-profile"
import { isStale } from "./rules"
import { changeProfileInput } from "./schema"

const test = useTestDatabase()
const { admin, by } = assistedSteps(test)

const filled = {
  unitCode: here,
  version: "0",
  address: "๙๙ หมู่ ๑ ตำบลภูแลนคา",
  telephone: "๐ ๔๔๐๐ ๐๑๐๑ ต่อ ๑๒",
  email: "Saraban@Here.Example",
  openingHours: "จันทร์–ศุกร์ ๐๘.๓๐–๑๖.๓๐ น.",
  latitude: "๑๕.๘",
  longitude: "102.03157",
  executives: [
    { post: "นายก อบต.", name: "นายทดสอบ ระบบดี" },
    { post: "", name: "" },
    { post: "ปลัด อบต.", name: "นางสาวสาธิต ใจดี" },
  ],
}
const change = (actor: AccountActor, more: object = {}, now = start) =>
  execute(changeProfile, by(actor, now), { ...filled, ...more })
const confirm = (actor: AccountActor, version: string, now = start, unitCode: string = here) =>
  execute(confirmProfile, by(actor, now), { unitCode, version })
const shown = async (actor: AccountActor, unitCode: string = here) => {
  const answer = await look(getProfile, by(actor, start), { unitCode })
  if (!answer.ok) throw new Error(answer.refusal.code)
  return answer.value
}
const audited = () =>
  test().owner<
    { action: string; detail: object; refusal: string | null }[]
  >`select action, detail, refusal from audit_events where action like 'profiles.%' order by seq`

describe("what a unit says of itself", () => {
  it("is changed by its SSO Admin, kept in versions, and seen by everybody with the day", async () => {
    const own = await admin(here)
    expect(await confirm(own, "0")).toEqual(no("profiles.nothing-told"))
    expect(await change(own)).toEqual({ ok: true, value: { version: 1 } })
    expect(await change(own, { version: "1" })).toEqual(no("profiles.unchanged"))
    expect(await change(own, { version: "1", telephone: "1567", executives: [] }, later(60))).toMatchObject({
      ok: true,
    })
    const { version, profile, history, canEdit } = await shown(own)
    expect({ version, canEdit, telephone: profile.telephone, latitude: profile.latitude }).toEqual({
      version: 2,
      canEdit: true,
      telephone: "1567",
      latitude: 15.8,
    })
    expect(history.map((one) => [one.version, one.changed])).toEqual([
      [2, ["telephone", "executives"]],
      [1, ["address", "telephone", "email", "openingHours", "executives", "place"]],
    ])
    const [unit, office] = await findUnitWithOffices(test().db, here, later(60))
    expect(unit?.profile).toMatchObject({ telephone: "1567", email: "saraban@here.example", executives: [] })
    expect(new Date(unit?.profile?.checkedAt ?? 0)).toEqual(later(60))
    expect(office?.profile).toBeNull()
    const official = "official@here.example"
    await setUnitEmail(test().db, here, official)
    const told = await listToldOf(test().db, own.seats[0]?.unitId ?? "", later(60))
    expect(told.map(({ email }) => email)).toEqual(expect.arrayContaining([official, "saraban@here.example"]))
    expect((await audited()).map(({ action }) => action)).toEqual(["profiles.change", "profiles.change"])
  })

  it("is looked over without a change: the day is renewed, the version stays, a stale page is refused", async () => {
    const own = await admin(here)
    expect(await confirm(own, "1", later(120))).toEqual(no("profiles.stale"))
    expect(await confirm(own, "2", later(120))).toMatchObject({ ok: true })
    const { version, checkedAt, history } = await shown(own)
    expect([version, checkedAt, history.length]).toEqual([2, later(120), 2])
    expect((await audited()).at(-1)).toMatchObject({ action: "profiles.confirm", detail: { version: 2 } })
  })

  it("is written once when several change it at the same moment", async () => {
    const [one, other] = [await admin("06360301"), await admin("06360301")]
    const all = await Promise.all(
      ["ก", "ข", "ค", "ง", "จ", "ฉ"].map((address, at) =>
        change(at % 2 ? one : other, { unitCode: "06360301", address }),
      ),
    )
    expect(all.filter(({ ok }) => ok)).toHaveLength(1)
    expect(all.filter(({ ok }) => !ok)).toEqual(Array(5).fill(no("profiles.stale")))
    expect((await shown(one, "06360301")).history).toHaveLength(1)
  })

  it("is seen but not changed by those above, changed by an officer, and not there for others", async () => {
    const refusals = [
      ["profiles.not-yours", await admin("3602")],
      ["profiles.not-yours", await admin("36")],
      ["not-found", await admin("05360204")],
      ["not-found", await admin("40")],
      ["forbidden", await admin("00", ["auditor"], false)],
      ["forbidden", { ...(await admin(here)), seats: [] }],
    ] as const
    for (const [code, actor] of refusals) {
      expect(await change(actor, { version: "2", address: "ค" })).toEqual(no(code))
      expect(await confirm(actor, "2")).toEqual(no(code))
    }
    expect((await shown(await admin("3602"))).canEdit).toBe(false)
    expect((await shown(await admin("00", ["auditor"], false))).canEdit).toBe(false)
    const officer = await admin("00", ["officer"], false)
    expect(await change(officer, { version: "2", address: "ค" }, later(180))).toMatchObject({ ok: true })
    expect((await shown(await admin("36"), "36")).canEdit).toBe(true)
  })

  it("does not let a caretaker speak for the unit", async () => {
    const district = await admin("3602")
    await test().owner`insert into caretakers (unit_id, office_id, reason, begun_by, begun_at, ends_at)
      select u.id, ${district.seats[0]?.unitId ?? ""}, 'head-asked', ${district.accountId}, ${start}, ${later(86_400)}
      from units u where u.code = '05360204'`
    expect(await change(district, { unitCode: "05360204" })).toEqual(no("profiles.not-yours"))
  })
})

describe("the form of a unit's data", () => {
  const faults = (more: object) => {
    const parsed = changeProfileInput.safeParse({ ...filled, ...more })
    return parsed.success
      ? {}
      : Object.fromEntries(parsed.error.issues.map((i) => [i.path.join("."), i.message]))
  }
  it.each([
    [{ latitude: "" }, { latitude: "placeHalf" }],
    [{ longitude: "" }, { longitude: "placeHalf" }],
    [{ latitude: "102.1" }, { latitude: "latitudeWrong" }],
    [{ longitude: "15.8" }, { longitude: "longitudeWrong" }],
    [{ latitude: "NaN" }, { latitude: "latitudeWrong" }],
    [{ email: "saraban" }, { email: "emailWrong" }],
    [{ telephone: "ไม่มี" }, { telephone: "telephoneWrong" }],
    [{ address: "ก".repeat(301) }, { address: "addressTooLong" }],
    [{ openingHours: "ก".repeat(201) }, { openingHours: "openingHoursTooLong" }],
    [{ executives: [{ post: "ปลัด", name: "" }] }, { "executives.0": "executiveHalf" }],
    [{ executives: [{ post: "ปลัด", name: "ก".repeat(101) }] }, { "executives.0.name": "executiveTooLong" }],
    [{ executives: [{ post: "ปลัด", name: "1-2345-67890-12-1" }] }, { "executives.0.name": "longNumber" }],
    [{ executives: [{ post: "ปลัด", name: "๑๒๓๔๕๖๗๘๙๐๑๒๑" }] }, { "executives.0.name": "longNumber" }],
    [{ executives: Array(13).fill({ post: "ก", name: "ข" }) }, { executives: "executivesTooMany" }],
    [{ unitCode: "x" }, { unitCode: "unitWrong" }],
  ])("%j is refused by field", (more, expected) => {
    expect(faults(more)).toEqual(expected)
  })

  it("takes no control characters, and reads Thai digits", () => {
    const parsed = changeProfileInput.parse({ ...filled, address: "ก\u0000ข\nค" })
    expect(parsed).toMatchObject({ address: "ก ข ค", telephone: "0 4400 0101 ต่อ 12", latitude: 15.8 })
  })

  it("counts as old after a year", () => {
    expect(isStale(start, later(365 * 86_400))).toBe(false)
    expect(isStale(start, later(366 * 86_400))).toBe(true)
  })
})
