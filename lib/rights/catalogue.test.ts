import { beforeAll, describe, expect, it } from "vitest"
import { orderStart, typedDay } from "@/db/testing/order-steps"
import { rightsSteps } from "@/db/testing/rights-steps"
import { useTestDatabase } from "@/db/testing/use-test-database"
import type { AccountActor } from "@/lib/kernel/actor"
import { execute, look } from "@/lib/kernel/execute"
import { addPeriod, addQuarters } from "./add-period"
import { changeSystem } from "./change-system"
import { getCatalogue, getSystem } from "./get-catalogue"
import { nameUnits } from "./name-units"
import { removePeriod } from "./remove-period"
import { saveRole } from "./save-role"

const test = useTestDatabase()
const { admin, does, system } = rightsSteps(test)
const no = (code: string, facts?: object) => ({ ok: false, refusal: facts ? { code, facts } : { code } })
const done = { ok: true }
const noDay = typedDay("", "", "")
let keeper: AccountActor
let info: Awaited<ReturnType<typeof system>>
beforeAll(async () => {
  keeper = await admin("00", false, ["systems"])
  info = await system()
})
const at = () => ({
  db: test().db,
  actor: { ...keeper, steppedUpAt: orderStart },
  now: orderStart,
  requestId: "test",
})

async function shown(code: string) {
  const found = await look(getSystem, at(), { code })
  if (!found.ok) throw new Error(found.refusal.code)
  return found.value
}

/** The system as its page would send it back. */
async function sent(code: string, more: object = {}) {
  const { system: row } = await shown(code)
  const { version, nameTh, nameEn, purposeTh, purposeEn, state } = row
  const contact = { contactName: "", contactTelephone: "", contactEmail: "" }
  const who = { kinds: [], provinces: [], isNamedOnly: false, allowsConflicts: false, confirmed: false }
  const said = { announcementTh: "", announcementEn: "", announcementUntil: noDay }
  return { code, version, nameTh, nameEn, purposeTh, purposeEn, state, ...contact, ...who, ...said, ...more }
}
const change = async (code: string, more: object = {}) => execute(changeSystem, at(), await sent(code, more))
const versionOf = async (code: string) => (await shown(code)).system.version

describe("a system of the catalogue", () => {
  it("is seen by the Department's systems people, officers and auditors, and by nobody else", async () => {
    for (const role of ["systems", "officer", "auditor"] as const)
      expect(
        await look(getCatalogue, { ...at(), actor: await admin("00", false, [role]) }, {}),
      ).toMatchObject(done)
    for (const actor of [await admin("36"), await admin("00", false, ["helpdesk"])])
      expect(await look(getCatalogue, { ...at(), actor }, {})).toEqual(no("not-found"))
  })

  it("is changed from the page of now alone, and a half announcement is none", async () => {
    const old = await sent(info.code, { nameTh: "ชื่อเก่า" })
    expect(await change(info.code, { nameTh: "ชื่อใหม่", contactEmail: "a@b.example" })).toMatchObject(done)
    expect(await execute(changeSystem, at(), old)).toEqual(no("rights.system-stale"))
    expect((await shown(info.code)).system).toMatchObject({ nameTh: "ชื่อใหม่", contactEmail: "a@b.example" })
    expect(await change(info.code, { announcementTh: "ประกาศ" })).toMatchObject({
      refusal: { fields: { announcementEn: "bothLanguages" } },
    })
  })

  it("is narrowed only knowingly: the people who would lose it are counted first", async () => {
    const boss = await admin("06360207")
    const small = await system()
    for (const person of [await admin("06360207", false), await admin("06360207", false)])
      await does(boss, "grant", person, small.viewer)
    expect(await change(small.code, { kinds: ["pao"] })).toEqual(no("rights.narrows", { left: 2 }))
    expect((await shown(small.code)).system.openToKinds).toBeNull()
    expect(await change(small.code, { kinds: ["sao"] })).toMatchObject(done)
    expect(await change(small.code, { isNamedOnly: true, confirmed: true })).toMatchObject({
      ok: true,
      value: { lost: 2 },
    })
    const name = async (codes: string, confirmed = false) =>
      execute(nameUnits, at(), { code: small.code, version: await versionOf(small.code), codes, confirmed })
    expect(await name("๐๖๓๖๐๒๐๗\n\nxx\r\n99999999\n05360204")).toMatchObject({
      ok: true,
      value: {
        units: 2,
        bad: [
          { line: 3, text: "xx" },
          { line: 4, text: "99999999" },
        ],
      },
    })
    expect(await name("05360204")).toEqual(no("rights.narrows", { left: 2 }))
    expect(await name("none\nof these")).toEqual(no("rights.no-unit-read"))
    expect((await shown(small.code)).named).toEqual(["05360204", "06360207"])
  })

  it("has roles that are added and reworded, one of a key, never both kinds", async () => {
    const words = { nameTh: "ผู้อนุมัติ", nameEn: "Approver", aboutTh: "ก", aboutEn: "a" }
    const save = async (more: object) =>
      execute(saveRole, at(), {
        code: info.code,
        version: await versionOf(info.code),
        roleId: "",
        key: "approver",
        records: false,
        certifies: true,
        ...words,
        ...more,
      })
    expect(await save({})).toMatchObject(done)
    expect(await save({})).toEqual(no("rights.key-taken"))
    expect(await save({ records: true })).toMatchObject({ refusal: { fields: { certifies: "both" } } })
    expect(await save({ roleId: info.viewer, key: "renamed", nameTh: "ผู้ชม" })).toMatchObject(done)
    const role = (await shown(info.code)).roles.find(({ id }) => id === info.viewer)
    expect(role).toMatchObject({ key: "viewer", nameTh: "ผู้ชม" })
  })

  it("has periods that are added, by a year's quarters too, and removed", async () => {
    const act = async () => ({ code: info.code, version: await versionOf(info.code) })
    expect(await execute(addQuarters, at(), { ...(await act()), year: "๒๕๗๒" })).toMatchObject({
      ok: true,
      value: { added: 8 },
    })
    expect(await execute(addQuarters, at(), { ...(await act()), year: "2572" })).toEqual(
      no("rights.period-there"),
    )
    const days = { opensOn: typedDay("5", "1", "2570"), closesOn: typedDay("4", "1", "2570") }
    const period = { nameTh: "รอบ", nameEn: "Round", scope: "all", ...days }
    expect(await execute(addPeriod, at(), { ...(await act()), ...period })).toMatchObject({
      refusal: { fields: { closesOn: "daysCrossed" } },
    })
    const [first] = (await shown(info.code)).periods
    expect(await execute(removePeriod, at(), { ...(await act()), periodId: first?.id })).toMatchObject(done)
    expect((await shown(info.code)).periods.length).toBe(7)
  })
})
