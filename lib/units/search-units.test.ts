import { mkdtempSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { beforeAll, describe, expect, it } from "vitest"
import { loadReference } from "@/db/reference/load"
import { ensureCast } from "@/db/seed/ensure-cast"
import { useTestDatabase } from "@/db/testing/use-test-database"
import { keyRing } from "@/lib/crypto/ring"
import { visitor } from "@/lib/kernel/actor"
import { look } from "@/lib/kernel/execute"
import { getDistrictSheet } from "./get-district-sheet"
import { getUnit } from "./get-unit"
import { searchUnits } from "./search-units"

const test = useTestDatabase()
let now = new Date("2026-11-21T02:00:00Z")
// Every question at a later time than the memory of the one before.
const context = () => {
  now = new Date(now.getTime() + 120_000)
  return { db: test().db, actor: visitor, now, requestId: "test" }
}

beforeAll(async () => {
  await loadReference(test().db, { now })
  const home = mkdtempSync(join(tmpdir(), "lookup-cast-"))
  await ensureCast(test().db, { home, ring: keyRing(), now })
}, 120_000)

async function hits(query: Record<string, unknown>) {
  const answer = await look(searchUnits, context(), query)
  if (!answer.ok) throw new Error(answer.refusal.code)
  return answer.value.hits ?? { units: [], total: -1, isGuess: false }
}
const codes = async (query: Record<string, unknown>) => (await hits(query)).units.map((unit) => unit.code)
async function unitOf(code: string) {
  const answer = await look(getUnit, context(), { code })
  return answer.ok ? answer.value : undefined
}

describe("the public lookup", () => {
  it.each([
    ["06360207", "06360207"],
    ["๐๖๓๖๐๒๐๗", "06360207"],
    ["6360207", "06360207"],
    ["0636-0207", "06360207"],
    ["3602", "3602"],
    ["36", "36"],
    ["05301310", "06301310"],
  ])("finds by the code %s", async (q, code) => {
    if (q === "05301310") expect((await hits({ q: "301310" })).units[0]?.code).toBe(code)
    else expect((await codes({ q }))[0]).toBe(code)
  })

  // Typed by ear, in haste, or on a telephone; the unit meant must be among the first five.
  it.each([
    ["กระทุ่มราย", "06301310"],
    ["กระทุมราย", "06301310"],
    ["กะทุ่มราย", "06301310"],
    ["กระทุ่มลาย", "06301310"],
    ["กระทุ้มลาย", "06301310"],
    ["อบต.กระทุ่มราย", "06301310"],
    ["อบต กระทุ่มราย", "06301310"],
    ["องค์การบริหารส่วนตำบลกระทุ่มราย", "06301310"],
    ["ตลาดแร้ง", "05360204"],
    ["ตลาดเเร้ง", "05360204"],
    ["ตลาดแล้ง", "05360204"],
    ["ตะหลาดแร้ง", "05360204"],
    ["ทต.ตลาดแร้ง", "05360204"],
    ["อบต.ตลาดแร้ง", "05360204"],
    ["เทศบาลตลาดแร้ง", "05360204"],
    ["เทศบาลเมืองศรีสะเกษ", "04330102"],
    ["ทม.ศีสะเกด", "04330102"],
    ["ทม.ศรีษะเกษ", "04330102"],
    ["วังสมบูรณ์", "05270902"],
    ["วังสมบูรน์", "05270902"],
    ["วังสมบูน", "05270902"],
    ["โคกปี่ค้อง", "06270106"],
    ["โคกปี่ฆ้อง", "06270106"],
    ["ราษฎร์นิยม", "06120507"],
    ["ราดนิยม", "06120507"],
    ["ราษนิยม", "06120507"],
    ["กุฏโง้ง", "05200603"],
    ["กุดโง้ง", "05200603"],
    ["ศรีเชียงไหม่", "05430701"],
    ["สีเชียงใหม่", "05430701"],
    ["บุ่งขี้เหล็ก", "06301807"],
    ["บุงขี่เหล็ก", "06301807"],
    ["พระบาทนาสิง", "06431602"],
    ["อุทัยสวรร", "06390208"],
    ["อุไทสวรรค์", "06390208"],
    ["สถอ.ประทาย", "3013"],
    ["สถจ.ชัยภูมิ", "36"],
    ["Krathum Rai", "06301310"],
    ["krathumrai", "06301310"],
  ])("finds %s within the first five", async (q, code) => {
    expect((await codes({ q })).slice(0, 5)).toContain(code)
  })

  it("takes place and name together", async () => {
    expect((await codes({ q: "ขี้เหล็ก เชียงใหม่" })).every((code) => code.slice(2, 4) === "50")).toBe(true)
    expect(await codes({ q: "กุดจิก", province: "30", kind: "sao" })).toEqual(["06301803"])
    expect(await codes({ q: "กุดจิก", province: "๓๐", kind: "sao" })).toEqual(["06301803"])
  })

  it("narrows by district only within its province", async () => {
    const inside = await look(searchUnits, context(), { province: "36", district: "3602" })
    expect(inside).toMatchObject({ ok: true, value: { filters: { district: "3602" } } })
    const outside = await look(searchUnits, context(), { province: "30", district: "3602" })
    expect(outside).toMatchObject({ ok: true, value: { filters: { district: "" } } })
  })

  it("pages in Thai order without gaps, and says the whole number on a page past the end", async () => {
    const first = await hits({ province: "36", kind: "sao" })
    const all: string[] = []
    for (let page = 1; page <= Math.ceil(first.total / 20); page++) {
      all.push(
        ...(await hits({ province: "36", kind: "sao", page: String(page) })).units.map((u) => u.nameTh),
      )
    }
    expect(all).toHaveLength(first.total)
    expect(all).toEqual(all.toSorted((a, b) => a.localeCompare(b, "th")))
    expect(await hits({ province: "36", kind: "sao", page: "99" })).toMatchObject({
      units: [],
      total: first.total,
    })
  })

  it("shows name, post and office telephone of those in force, and nothing else of them", async () => {
    const [unit] = (await hits({ q: "06360207" })).units
    expect(unit?.admins).toEqual([
      {
        membershipId: expect.any(String),
        name: "นายสมชาย สาธิตดี",
        post: "ปลัดองค์การบริหารส่วนตำบล",
        officeTelephone: "0 4400 0101",
      },
    ])
  })

  it.each([
    ["a suspended account", "update accounts set state = 'suspended' where id = $1"],
    ["a suspended membership", "update memberships set state = 'suspended' where account_id = $1"],
    ["a membership that is over", "update memberships set valid_until = '2026-11-01' where account_id = $1"],
    [
      "an appointment that has ended",
      "update admin_appointments set ended_at = now() where membership_id in (select id from memberships where account_id = $1)",
    ],
    [
      "an appointment not yet in force",
      "update admin_appointments set valid_from = '2027-01-01' where membership_id in (select id from memberships where account_id = $1)",
    ],
  ])("does not show %s", async (_why, change) => {
    const { owner } = test()
    const [account] = await owner`select id from accounts where username = 'somchai.s'`
    const undone = new Error("undone")
    await owner
      .begin(async (sql) => {
        await sql.unsafe(change, [account?.id])
        const [row] =
          await sql`select count(*)::int as n from accounts a join memberships m on m.account_id = a.id
          join admin_appointments ap on ap.membership_id = m.id where a.id = ${account?.id}`
        expect(row?.n).toBe(1)
        throw undone
      })
      .catch((thrown) => expect(thrown).toBe(undone))
    await owner.unsafe(change, [account?.id])
    expect((await unitOf("06360207"))?.unit.admins).toEqual([])
    await owner`update accounts set state = 'active' where id = ${account?.id}`
    await owner`update memberships set state = 'active', valid_until = null where account_id = ${account?.id}`
    await owner`update admin_appointments set ended_at = null, valid_from = '2026-08-01'`
    expect((await unitOf("06360207"))?.unit.admins).toHaveLength(1)
  })

  it.each([
    [{ q: "\u0000\u0007\u001b[31m" }],
    [{ q: "<script>alert(1)</script>" }],
    [{ q: "'; drop table units; --" }],
    [{ q: "%_%\\" }],
    [{ q: "%" }],
    [{ q: ["ก", "ข"] }],
    [{ q: { a: 1 } }],
    [{ q: "\ud800" }],
    [{ q: "9".repeat(100) }],
    [{ q: "1101700230705" }],
    [{ province: "' or 1=1", district: "x".repeat(10_000), kind: "department", page: "-1" }],
    [{ page: "1e9", kind: ["sao", "pao"] }],
    [{ page: "๒", province: "36" }],
  ])("answers odd input %j without a fault", async (query) => {
    expect((await look(searchUnits, context(), query)).ok).toBe(true)
  })

  it("refuses a text that is too long, by field", async () => {
    const answer = await look(searchUnits, context(), { q: "ก".repeat(10_000) })
    expect(answer).toEqual({ ok: false, refusal: { code: "invalid", fields: { q: "tooLong" } } })
  })

  it("does not treat signs of a pattern as a wish for everything", async () => {
    expect((await hits({ q: "%" })).total).toBe(0)
  })
})

describe("one unit", () => {
  it("stands with the offices above it, nearest first", async () => {
    const found = await unitOf("05360901")
    expect(found?.unit.admins).toEqual([])
    expect(found?.offices.map((office) => office.code)).toEqual(["3609", "36", "00"])
    expect(found?.offices[1]?.admins).toHaveLength(1)
  })

  it("is found by a former code, seven digits and Thai digits", async () => {
    await test().owner`insert into unit_codes (unit_id, code, valid_from, valid_until)
      select id, '06360299', '2020-01-01', '2025-01-01' from units where code = '05360204'`
    expect((await unitOf("06360299"))?.unit.code).toBe("05360204")
    expect((await unitOf("5360204"))?.unit.code).toBe("05360204")
    expect((await unitOf("๐๕๓๖๐๒๐๔"))?.unit.code).toBe("05360204")
  })

  it.each(["99999999", "x", "", "0536020", "' or 1=1", "\u0000", "9".repeat(10_000)])(
    "%j is not found",
    async (code) => {
      expect(await unitOf(code)).toBeUndefined()
    },
  )
})

describe("the sheet of a district", () => {
  it("holds its office first, its units, and a way back as QR", async () => {
    const answer = await look(getDistrictSheet, context(), { district: "๓๖๐๒" })
    if (!answer.ok) throw new Error(answer.refusal.code)
    expect(answer.value.units[0]?.code).toBe("3602")
    expect(answer.value.units.map((unit) => unit.code)).toContain("05360204")
    expect(answer.value.address).toMatch(/\/admins\?province=36&district=3602$/)
    expect(answer.value.qr).toMatch(/^<svg /)
  })

  it.each(["36", "1001", "9999", "", "3602;"])("is not made for %j", async (district) => {
    expect((await look(getDistrictSheet, context(), { district })).ok).toBe(false)
  })
})
