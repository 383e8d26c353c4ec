import ExcelJS from "exceljs"
import { describe, expect, it } from "vitest"
import { withPart, workbook } from "@/db/factories/workbook"
import { readSheet } from "./read-sheet"
import { writeCsv } from "./write-csv"
import { writeWorkbook } from "./write-workbook"

const name = "ผู้ใช้งาน"

describe("a workbook is read by a process of its own", () => {
  it("gives each cell as what it is, by row and column", async () => {
    const file = await workbook(
      name,
      [
        ["เลข", "วัน", "สูตร", "รวม", null],
        [1360999000042, new Date("2026-12-31T00:00:00Z"), { formula: "1+1", result: 2 }, "x", "y"],
        [],
        ["  ๑  ", 1.23e12, 1.5, "z", null],
      ],
      { merges: ["D4:E4"] },
    )
    const read = await readSheet(file, name)
    expect(read.ok && read.rows.map(({ row }) => row)).toEqual([1, 2, 4])
    expect(read.ok && read.rows[1]?.cells).toEqual([
      { column: 1, kind: "number", text: "1360999000042" },
      { column: 2, kind: "day", text: "2026-12-31" },
      { column: 3, kind: "formula", text: "" },
      { column: 4, kind: "text", text: "x" },
      { column: 5, kind: "text", text: "y" },
    ])
    expect(read.ok && read.rows[2]?.cells).toEqual([
      { column: 1, kind: "text", text: "๑" },
      { column: 2, kind: "number", text: "1230000000000" },
      { column: 3, kind: "number", text: "1.5" },
      { column: 4, kind: "merged", text: "" },
      { column: 5, kind: "merged", text: "" },
    ])
  })

  it("refuses what is no workbook to be opened, and says why", async () => {
    const good = await workbook(name, [["a"]])
    const why = async (file: Buffer) => {
      const read = await readSheet(file, name)
      return read.ok ? "read" : read.why
    }
    expect(await why(good)).toBe("read")
    expect(await why(Buffer.from("เลข,ชื่อ\n1,ก"))).toBe("not-a-workbook")
    expect(await why(Buffer.from("d0cf11e0a1b11ae1", "hex"))).toBe("old-format")
    expect(await why(withPart(good, "xl/vbaProject.bin"))).toBe("macros")
    expect(await why(withPart(good, "xl/externalLinks/externalLink1.xml"))).toBe("external-links")
    expect(await why(withPart(good, "xl/media/a.bin", 900 * 1024 * 1024))).toBe("unpacks-too-large")
    expect(await why(good.subarray(0, good.length / 2))).toBe("not-a-workbook")
    expect(await why(await workbook("Sheet1", [["a"]]))).toBe("wrong-sheet")
    expect(await why(await workbook(name, [[]]))).toBe("empty")
    expect(await why(await workbook(name, [Array.from({ length: 61 }, () => "a")]))).toBe("too-many-columns")
  }, 60_000)
})

describe("a workbook is written", () => {
  it("keeps text as text and offers lists that read back", async () => {
    const file = await writeWorkbook([
      {
        name,
        columns: [
          { heading: "เลข", width: 20 },
          { heading: "ประเภท", width: 20, choices: ["ก", "ข,ค"] },
        ],
        rows: [["=1+1", "ก"]],
        emptyRows: 100,
      },
    ])
    const read = await readSheet(file, name)
    expect(read.ok && read.rows[1]?.cells[0]).toEqual({ column: 1, kind: "text", text: "=1+1" })
    const book = new ExcelJS.Workbook()
    await book.xlsx.load(file.buffer)
    expect(book.getWorksheet(name)?.getCell("B50").dataValidation).toMatchObject({
      type: "list",
      formulae: ["lists!$A$1:$A$2"],
    })
    expect(book.getWorksheet(name)?.getCell("B103").dataValidation).toBeUndefined()
  })

  it("as CSV disarms what a program would take for a formula", () => {
    const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(
      writeCsv([["=1+1", 'a "b"', 3, null, "ก"]]),
    )
    expect(text).toBe('\uFEFF\'=1+1,"a ""b""",3,,ก\r\n')
  })
})
