import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, describe, expect, it } from "vitest"
import { useTestDatabase } from "@/db/testing/use-test-database"
import { loadReference } from "./load"
import { shippedData } from "./read-csv"

const database = useTestDatabase()
const now = new Date("2026-11-21T01:00:00Z")

const folders: string[] = []
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true })
})

/** A copy of the shipped files in which one line of one file was changed. */
function edited(file: string, change: (text: string) => string): string {
  const folder = mkdtempSync(join(tmpdir(), "reference-"))
  folders.push(folder)
  cpSync(shippedData, folder, { recursive: true })
  writeFileSync(join(folder, file), change(readFileSync(join(folder, file), "utf8")))
  return folder
}

describe("the reference data", () => {
  it("of a malformed file is refused by line and column, and nothing is loaded", async () => {
    const folder = edited("units.csv", (text) =>
      text.replace(",06360207,", ",x,").replace("06360207,", "0636020,"),
    )
    await expect(loadReference(database().db, { now, folder })).rejects.toThrow(
      /units\.csv, line \d+, column unit_code/,
    )
    const [count] = await database().owner`select count(*)::int as n from provinces`
    expect(count?.n).toBe(0)
  })

  it("is loaded once by two loaders at once, with the counts of the real tree", async () => {
    const both = await Promise.all([1, 2].map(() => loadReference(database().db, { now })))
    const [first, second] = both.toSorted((a, b) => b.units.inserted - a.units.inserted)
    expect(first?.units).toMatchObject({
      inserted: 1 + 76 + 878 + 7849,
      changed: 0,
      unchanged: 0,
      missing: [],
    })
    expect(second?.units).toMatchObject({ inserted: 0, changed: 0, unchanged: 1 + 76 + 878 + 7849 })
    expect(first?.provinces.inserted).toBe(77)
    expect(first?.districts.inserted).toBe(928)
    expect(first?.subdistricts.inserted).toBe(7436)
    expect(second?.systems).toEqual({ inserted: 0, changed: 0, unchanged: 13 })
    const kinds = await database().owner`select kind, count(*)::int as n from units group by kind`
    expect(Object.fromEntries(kinds.map((row) => [row.kind, row.n]))).toEqual({
      department: 1,
      provincial_office: 76,
      district_office: 878,
      pao: 76,
      city_municipality: 30,
      town_municipality: 195,
      subdistrict_municipality: 2247,
      sao: 5300,
      pattaya: 1,
    })
  })

  it("hangs each unit under the office that the Department says", async () => {
    const rows = await database().owner`
      select u.code, p.code as parent, u.path = p.path || u.node || '/' as fits from units u join units p on p.id = u.parent_id`
    const parentOf = new Map(rows.map((row) => [row.code, row.parent]))
    expect(rows.every((row) => row.fits)).toBe(true)
    expect(parentOf.get("06360207")).toBe("3602")
    expect(parentOf.get("3602")).toBe("36")
    expect(parentOf.get("36")).toBe("00")
    expect(parentOf.get("02360101")).toBe("36")
    expect(parentOf.get("03200408")).toBe("20")
  })

  it("knows who keeps and who certifies the quarterly report, and when", async () => {
    const [info] = await database().owner`
      select count(*)::int as periods, count(*) filter (where scope = 'certify')::int as certifying
      from opening_periods where system_code = 'INFO'`
    expect(info).toEqual({ periods: 24, certifying: 12 })
    const roles = await database().owner`
      select key, records, certifies, about_th <> '' and about_en <> '' as told from system_roles`
    expect(roles.every((role) => role.told)).toBe(true)
    expect(roles.filter((role) => role.records && role.certifies)).toEqual([])
    const [named] = await database().owner`select array_agg(code) as codes from systems where is_named_only`
    expect(named?.codes).toEqual(["DIGITAL-DLA"])
  })

  it("leaves a system alone that the Department changed, its roles and periods too", async () => {
    const { owner, db } = database()
    await owner`update systems set name_th = 'ชื่อใหม่', version = 2 where code = 'INFO'`
    await owner`update system_roles set about_th = 'คำใหม่' where system_code = 'INFO' and key = 'viewer'`
    await owner`delete from opening_periods where system_code = 'INFO' and scope = 'record'`
    await owner`update system_roles set about_th = 'ถูกแก้' where system_code = 'LHR' and key = 'viewer'`
    await loadReference(db, { now })
    const [info] = await owner`
      select s.name_th as name, r.about_th as about,
        (select count(*)::int from opening_periods p where p.system_code = s.code) as periods
      from systems s join system_roles r on r.system_code = s.code and r.key = 'viewer' where s.code = 'INFO'`
    expect(info).toEqual({ name: "ชื่อใหม่", about: "คำใหม่", periods: 12 })
    const [lhr] = await owner`
      select about_th as about from system_roles where system_code = 'LHR' and key = 'viewer'`
    expect(lhr?.about).not.toBe("ถูกแก้")
  })

  it("changes only the row that changed", async () => {
    const folder = edited("units.csv", (text) =>
      text.replace("องค์การบริหารส่วนตำบลภูแลนคา", "องค์การบริหารส่วนตำบลภูแลนคาใหม่"),
    )
    const counts = await loadReference(database().db, { now, folder })
    expect(counts.units).toMatchObject({ inserted: 0, changed: 1, recoded: 0 })
    expect((await loadReference(database().db, { now })).units.changed).toBe(1)
  })

  it("keeps a unit's identity through an upgrade, and its former code as history", async () => {
    const [before] = await database().owner`select id from units where code = '06360207'`
    const folder = edited("units.csv", (text) =>
      text.replace(
        "06360207,6360207,อบต.,SAO,องค์การบริหารส่วนตำบล",
        "05360207,5360207,เทศบาลตำบล,SUBDIST_MUN,เทศบาลตำบล",
      ),
    )
    const counts = await loadReference(database().db, { now, folder })
    expect(counts.units).toMatchObject({ inserted: 0, changed: 1, recoded: 1, missing: [] })
    const [after] = await database().owner`select id, kind, name_th from units where code = '05360207'`
    expect(after).toEqual({ id: before?.id, kind: "subdistrict_municipality", name_th: "เทศบาลตำบลภูแลนคา" })
    const codes = await database().owner`
      select code, valid_until is null as current from unit_codes where unit_id = ${before?.id} order by current`
    expect(codes.map((row) => [row.code, row.current])).toEqual([
      ["06360207", false],
      ["05360207", true],
    ])
  })

  it("reports a unit that the file no longer has, and deletes nothing", async () => {
    const folder = edited("units.csv", (text) => text.replace(/^06360504,.*\n/m, ""))
    const counts = await loadReference(database().db, { now, folder })
    expect(counts.units.missing).toContain("06360504")
    expect(await database().owner`select 1 from units where code = '06360504'`).toHaveLength(1)
  })
})
