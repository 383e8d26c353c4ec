import "server-only"
import ExcelJS from "exceljs"
import { type SheetCell, type SheetFault, type SheetRow, sheetLimits } from "../sheet-lines"
import { packageFault } from "./package-fault"

/** What is no part of what somebody typed, and costs much to read. */
const ignored = ["dataValidations", "conditionalFormatting", "extLst", "drawing", "picture", "pageSetup"]

/** The rows of one sheet of a workbook, or why none is read. */
export async function sheetOf(file: Buffer, name: string): Promise<readonly SheetRow[] | SheetFault> {
  const fault = packageFault(file)
  if (fault) return fault
  const book = new ExcelJS.Workbook()
  try {
    await book.xlsx.load(Uint8Array.from(file).buffer, { ignoreNodes: ignored })
  } catch {
    return "unreadable"
  }
  const sheet = book.worksheets.find((one) => one.name.normalize("NFC").trim() === name)
  return sheet ? rowsOf(sheet) : "wrong-sheet"
}

function rowsOf(sheet: ExcelJS.Worksheet): readonly SheetRow[] | SheetFault {
  const rows: SheetRow[] = []
  let isWide = false
  sheet.eachRow((row, number) => {
    const cells: SheetCell[] = []
    row.eachCell((one, column) => {
      const cell = cellOf(one)
      if (!cell) return
      if (column > sheetLimits.columns) isWide = true
      else cells.push({ column, ...cell })
    })
    if (cells.length > 0 && rows.length <= sheetLimits.rows) rows.push({ row: number, cells })
  })
  if (isWide) return "too-many-columns"
  if (rows.length > sheetLimits.rows) return "too-many-rows"
  return rows.length === 0 ? "empty" : rows
}

function cellOf(cell: ExcelJS.Cell): Omit<SheetCell, "column"> | undefined {
  if (cell.isMerged) return { kind: "merged", text: "" }
  switch (cell.type) {
    case ExcelJS.ValueType.Null:
      return undefined
    case ExcelJS.ValueType.Formula:
      return { kind: "formula", text: "" }
    case ExcelJS.ValueType.Error:
      return { kind: "error", text: "" }
    case ExcelJS.ValueType.Number:
      return { kind: "number", text: numberText(Number(cell.value)) }
    case ExcelJS.ValueType.Date:
      return dayOf(cell.value)
    default:
      return textOf(cell.text)
  }
}

/** Whole numbers with all their digits, as a 13-digit number has to be; others as a program writes them. */
function numberText(value: number): string {
  return Number.isSafeInteger(value) ? value.toFixed(0) : String(value)
}

function dayOf(value: unknown): Omit<SheetCell, "column"> {
  const isDay = value instanceof Date && !Number.isNaN(value.getTime())
  return isDay ? { kind: "day", text: value.toISOString().slice(0, 10) } : { kind: "error", text: "" }
}

function textOf(text: unknown): Omit<SheetCell, "column"> | undefined {
  const line = String(text ?? "").trim()
  return line === "" ? undefined : { kind: "text", text: line.slice(0, sheetLimits.letters + 1) }
}
