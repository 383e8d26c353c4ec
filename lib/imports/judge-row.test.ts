import { describe, expect, it } from "vitest"
import { inventedNationalId } from "@/db/factories/account"
import { th } from "@/lib/i18n/th"
import type { SheetCell } from "@/lib/sheets/sheet-lines"
import { columnsOf } from "./headings"
import { judgeRow } from "./judge-row"
import { headingsFor, staffKindNames } from "./judging"
import { planRows } from "./plan-rows"
import type { KnownRole } from "./roles-of-text"
import { importFields } from "./rules"

const role = (key: string, more: Partial<KnownRole> = {}): KnownRole => ({
  systemRoleId: key,
  systemCode: "INFO",
  names: [key],
  records: false,
  certifies: false,
  allowsConflicts: false,
  ...more,
})
const roles = [role("ผู้บันทึก", { records: true }), role("ผู้รับรอง", { certifies: true }), role("ผู้ดู")]
const headings = headingsFor(
  roles.map(({ systemCode }) => ({ systemCode }) as Parameters<typeof headingsFor>[0][number]),
)
const titles = [...importFields.map((field) => th.imports.columns[field]), th.imports.systemColumn("INFO")]
const headingRow = (names: readonly string[]) => ({
  row: 1,
  cells: names.map((text, at): SheetCell => ({ column: at + 1, kind: "text", text })),
})
const { columns } = columnsOf(headingRow(titles), headings)
const judging = { unitCode: "05360204", columns, staffKinds: staffKindNames(), roles, today: "2026-11-21" }

const good: Record<string, string> = {
  A: inventedNationalId(),
  B: "นาง",
  C: "สมหญิง",
  D: "ตัวอย่าง",
  E: "นักวิชาการ",
  F: th.members.kinds["local-government"],
  H: "somying@test.example",
  J: "ที่ ๑/๒๕๖๙",
}
const letters = "ABCDEFGHIJKLMN"

/** A sound row with other cells in it: text, or a cell of another kind. */
function judged(other: Record<string, string | Pick<SheetCell, "kind" | "text">>) {
  const cells = Object.entries({ ...good, ...other }).flatMap(([at, cell]): SheetCell[] => {
    const made = typeof cell === "string" ? { kind: "text" as const, text: cell } : cell
    return cell === "" ? [] : [{ column: letters.indexOf(at) + 1, ...made }]
  })
  return judgeRow({ row: 2, cells }, judging)
}
const faults = (other: Parameters<typeof judged>[0]) =>
  judged(other).faults.map(({ at, code }) => `${at} ${code}`)

describe("a row of a workbook", () => {
  it("that is filled in as the form is has no fault", () => {
    expect(judged({}).faults).toEqual([])
    expect(judged({}).wanted?.person).toMatchObject({ nationalId: good.A, staffKind: "local-government" })
  })

  it("may have Thai digits, dashes and days of the Buddhist era in any usual writing", () => {
    const thai = (text: string) => text.replace(/\d/g, (digit) => "๐๑๒๓๔๕๖๗๘๙"[Number(digit)] ?? "")
    const { wanted } = judged({
      A: thai(good.A ?? ""),
      K: "๓๑ ธ.ค. ๒๕๖๙",
      L: "30/09/2570",
      M: "1 มกราคม พ.ศ. 2571",
    })
    expect(wanted?.person).toMatchObject({
      nationalId: good.A,
      validFrom: "2026-12-31",
      validUntil: "2027-09-30",
    })
    expect(wanted?.rightsUntil).toBe("2028-01-01")
  })

  it("reads a program's own days of either era as the day that was meant", () => {
    const at = (text: string) => judged({ L: { kind: "day", text } }).wanted?.person.validUntil
    expect([at("2027-09-30"), at("2570-09-30")]).toEqual(["2027-09-30", "2027-09-30"])
  })

  it.each([
    ["a formula", { E: { kind: "formula", text: "" } }, ["E formula", "E postMissing"].slice(0, 1)],
    ["a merged cell", { C: { kind: "merged", text: "" } }, ["C merged"]],
    ["an error of the program", { D: { kind: "error", text: "" } }, ["D cellError"]],
    ["a number that lost its digits", { A: { kind: "number", text: "1230000000000" } }, ["A numberAsFloat"]],
    ["a number written with E", { A: "1.23E+12" }, ["A numberAsFloat"]],
    ["a wrong check digit", { A: "1234567890123" }, ["A nationalIdWrong"]],
    ["no number", { A: "" }, ["A nationalIdMissing"]],
    ["a year of the Common Era", { L: "30/09/2027" }, ["L yearNotBe"]],
    ["the same written the other way round", { L: "2027-09-30" }, ["L yearNotBe"]],
    ["a day that no calendar has", { L: "31/09/2570" }, ["L validUntilWrong"]],
    ["rights that are over", { M: "1/1/2569" }, ["M rightsUntilPast"]],
    ["rights until no day", { M: "เร็ว ๆ นี้" }, ["M dateWrong"]],
    ["an unknown kind of staff", { F: "ลูกจ้างพิเศษ" }, ["F staffKindUnknown"]],
    ["an unknown role", { N: "ผู้อำนวยการ" }, ["N roleUnknown"]],
    ["roles that no one may hold together", { N: "ผู้บันทึก, ผู้รับรอง" }, ["N roleConflict"]],
    ["a role until a day that is over", { N: "ผู้ดู (ถึง 1/1/2569)" }, ["N rightsUntilPast"]],
    ["a role until a year of the Common Era", { N: "ผู้ดู (until 30/9/2027)" }, ["N roleYearNotBe"]],
    ["a role until no day", { N: "ผู้ดู (ถึง วันหลัง)" }, ["N dateWrong"]],
    ["no address", { H: "" }, ["H addressMissing"]],
    ["a mobile telephone", { I: "081 234 5678" }, ["I telephoneMobile"]],
    [
      "several faults",
      { A: "", H: "x", L: "x" },
      ["A nationalIdMissing", "H addressWrong", "L validUntilWrong"],
    ],
  ] as const)("with %s is told by its column", (_name, other, told) => {
    expect(faults(other)).toEqual([...told])
    expect(judged(other).wanted).toBeNull()
  })

  it("may name a last day for each role, as an export writes it", () => {
    const { wanted } = judged({ N: "ผู้บันทึก (ถึง ๓๐ กันยายน ๒๕๗๐), ผู้ดู", M: "1/1/2571" })
    expect(wanted).toMatchObject({
      roles: ["ผู้บันทึก", "ผู้ดู"],
      untils: { ผู้บันทึก: "2027-09-30" },
      rightsUntil: "2028-01-01",
    })
  })

  it("names several roles of a system, set apart by commas", () => {
    expect(judged({ N: "ผู้บันทึก, ผู้ดู" }).wanted?.roles).toEqual(["ผู้บันทึก", "ผู้ดู"])
  })
})

describe("headings", () => {
  it("that are missing, unknown or there twice are told", () => {
    const told = columnsOf(headingRow([...titles.slice(1), "อะไรก็ไม่รู้", titles[1] ?? ""]), headings)
    expect(told.faults).toEqual([
      { at: "N", code: "headingUnknown" },
      { at: "O", code: "headingTwice" },
      { at: "nationalId", code: "headingMissing" },
    ])
  })

  it("are read in English, in any order, with the template's star", () => {
    expect(columnsOf(headingRow(["Title*", " national  ID "]), headings).columns.get(2)).toEqual({
      is: "field",
      field: "nationalId",
    })
  })
})

describe("rows together", () => {
  const known = { unitKind: "tambon_admin_org", members: new Map(), ownHash: undefined, today: "2026-11-21" }
  it("that name one person twice: the later is refused with the number of the first", () => {
    const plans = planRows(
      [5, 9].map((row) => ({ ...judged({}), row })),
      known,
    )
    expect(plans.map(({ plan }) => plan)).toEqual(["create", "refuse"])
    expect(plans[1]?.faults).toEqual([{ at: "A", code: "duplicate", row: 5 }])
  })

  it("are known as one person by the number alone, whatever else is wrong in one of them", () => {
    const rows = [judged({ H: "" }), judged({})].map((one, at) => ({ ...one, row: at + 2 }))
    expect(planRows(rows, known).map(({ faults }) => faults)).toEqual([
      [{ at: "H", code: "addressMissing" }],
      [{ at: "A", code: "duplicate", row: 2 }],
    ])
  })
})
