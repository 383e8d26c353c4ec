import { beforeAll, describe, expect, it } from "vitest"
import { withPart, workbook } from "@/db/factories/workbook"
import { codeOf, importedInto, importLine, importSteps, importTitles } from "@/db/testing/import-steps"
import { memberNow, memberSteps } from "@/db/testing/member-steps"
import { rightsSteps } from "@/db/testing/rights-steps"
import { useTestDatabase } from "@/db/testing/use-test-database"
import { th } from "@/lib/i18n/th"
import type { AccountActor } from "@/lib/kernel/actor"
import { execute } from "@/lib/kernel/execute"
import { judgeImport } from "./judge-import"

const test = useTestDatabase()
const { inCharge, member, ofDepartment } = memberSteps(test)
const { at, judged, rowsOf } = importSteps(test, "T-IMPORT")
let boss: AccountActor

beforeAll(async () => {
  boss = await inCharge(importedInto)
  await rightsSteps(test).system({ code: "T-IMPORT" })
})

describe("judging a workbook", () => {
  it("says row by row what would happen, and changes nothing", async () => {
    const known = await member(importedInto)
    const before = await test().owner`select count(*)::int as count from accounts`
    const id = await judged(
      [
        importLine(),
        importLine({ 0: known.nationalId }),
        importLine({ 0: "1.23E+12" }),
        importLine({ 0: { formula: "1+1", result: 2 } }),
      ],
      boss,
    )
    expect(
      (await rowsOf(id)).map(({ number, plan, state, faults }) => [number, plan, state, faults]),
    ).toEqual([
      [2, "create", "waiting", []],
      [3, "change", "waiting", []],
      [4, "refuse", "failed", [{ at: "A", code: "numberAsFloat" }]],
      [5, "refuse", "failed", [{ at: "A", code: "formula" }]],
    ])
    expect(await test().owner`select count(*)::int as count from accounts`).toEqual(before)
    const [sealed] = await test().owner`select content_sealed from import_rows where batch_id = ${id}`
    expect(String(sealed?.content_sealed)).not.toContain("สมหญิง")
  })

  it("plans the same for somebody known elsewhere as for somebody new", async () => {
    const elsewhere = await member("06360207")
    const id = await judged([importLine({ 0: elsewhere.nationalId }), importLine()], boss)
    const plans = (await rowsOf(id)).map(({ plan, state, outcome }) => [plan, state, outcome])
    expect(plans[0]).toEqual(plans[1])
  })

  it("tells wrong headings, and such a batch has nothing to apply", async () => {
    const file = await workbook(th.imports.sheetName, [["เลข"], ["1"]])
    const answer = await execute(judgeImport, at(boss), {
      unitCode: importedInto,
      file: new Uint8Array(file),
    })
    expect(answer.ok && (await rowsOf(answer.value.id))).toMatchObject([
      { plan: "refuse", outcome: "imports.headings" },
    ])
  })

  it.each([
    ["imports.not-a-workbook", async () => Buffer.from("a,b")],
    ["imports.old-format", async () => Buffer.from("d0cf11e0a1b11ae1", "hex")],
    ["imports.macros", async () => withPart(await workbook("x", [["a"]]), "xl/vbaProject.bin")],
    ["imports.external-links", async () => withPart(await workbook("x", [["a"]]), "xl/externalLinks/a.xml")],
    ["imports.unpacks-too-large", async () => withPart(await workbook("x", [["a"]]), "xl/a", 2e9)],
    ["imports.unreadable", async () => (await workbook("x", [["a"]])).fill(0, 0, 900)],
    ["imports.wrong-sheet", async () => workbook("Sheet1", [["a"]])],
    ["imports.empty", async () => workbook(th.imports.sheetName, [importTitles("T-IMPORT")])],
    [
      "imports.too-many-rows",
      async () =>
        workbook(
          th.imports.sheetName,
          Array.from({ length: 10_002 }, () => ["a"]),
        ),
    ],
    [
      "imports.too-many-columns",
      async () => workbook(th.imports.sheetName, [Array.from({ length: 70 }, () => "a")]),
    ],
    ["imports.too-large", async () => Buffer.alloc(6 * 1024 * 1024)],
  ])(
    "refuses a file: %s",
    async (why, make) => {
      const answer = await execute(judgeImport, at(boss), {
        unitCode: importedInto,
        file: new Uint8Array(await make()),
      })
      expect(codeOf(answer)).toBe(why)
    },
    30_000,
  )

  it("is done so often and no oftener by one person", async () => {
    const eager = await inCharge(importedInto)
    const id = await judged([importLine()], eager)
    await test().owner`insert into import_batches (unit_id, state, uploaded_by, uploaded_at)
      select unit_id, state, uploaded_by, uploaded_at from import_batches, generate_series(1, 19) where id = ${id}`
    expect(await judged([importLine()], eager)).toBe("imports.too-many")
  })

  it("is for who may change the unit's users alone", async () => {
    expect(await judged([importLine()], await inCharge("06360207"))).toBe("not-found")
    expect(await judged([importLine()], await inCharge("3602"))).toBe("access.not-yours")
    expect(await judged([importLine()], { ...(await ofDepartment("auditor")), steppedUpAt: memberNow })).toBe(
      "forbidden",
    )
  })
})
