import "server-only"
import type { Workbook } from "exceljs"
import { columnLetters } from "./columns"

/** A sheet to be written. Every cell is text or a number, so that no program takes it for a formula. */
export type SheetToWrite = {
  readonly name: string
  readonly columns: readonly {
    readonly heading: string
    /** In letters. */
    readonly width: number
    /** Offered as a list in every cell of the column. */
    readonly choices?: readonly string[]
    /** Other text than the choices can be typed as well. */
    readonly isFree?: boolean
    /** What a program says of the column when a cell is chosen. */
    readonly hint?: string
  }[]
  readonly rows: readonly (readonly (string | number | null)[])[]
  /** Rows that can be filled in besides; for a form. */
  readonly emptyRows?: number
}

type Lists = (readonly string[])[]

const listsName = "lists"

/** Writes a workbook (.xlsx): bold headings that stay in sight, all cells as text, lists to choose from on a sheet of their own. */
export async function writeWorkbook(sheets: readonly SheetToWrite[]): Promise<Uint8Array<ArrayBuffer>> {
  // a large package that most requests never need
  const { default: ExcelJS } = await import("exceljs")
  const book = new ExcelJS.Workbook()
  const lists: Lists = []
  for (const written of sheets) addSheet(book, written, lists)
  if (lists.length > 0) {
    const sheet = book.addWorksheet(listsName, { state: "hidden" })
    for (const [at, choices] of lists.entries()) sheet.getColumn(at + 1).values = [...choices]
  }
  return new Uint8Array(await book.xlsx.writeBuffer())
}

function addSheet(book: Workbook, { name, columns, rows, emptyRows = 0 }: SheetToWrite, lists: Lists): void {
  const sheet = book.addWorksheet(name, { views: [{ state: "frozen", ySplit: 1 }] })
  sheet.columns = columns.map(({ heading, width }) => ({ header: heading, width, style: { numFmt: "@" } }))
  sheet.getRow(1).font = { bold: true }
  for (const row of rows) sheet.addRow([...row])
  const last = 1 + rows.length + emptyRows
  for (const [at, column] of columns.entries()) {
    const letter = columnLetters(at + 1)
    const rule = last > 1 ? ruleOf(column, lists) : undefined
    if (rule) addRule(sheet, `${letter}2:${letter}${last}`, rule)
  }
}

/** What a program checks and says in the cells of a column; its choices are added to the lists. */
function ruleOf(
  { choices, hint, heading, isFree }: SheetToWrite["columns"][number],
  lists: Lists,
): object | undefined {
  if (!(choices || hint)) return undefined
  const said = hint
    ? { showInputMessage: true, promptTitle: heading.slice(0, 32), prompt: hint.slice(0, 250) }
    : {}
  if (!choices)
    return { type: "textLength", operator: "lessThan", formulae: [500], allowBlank: true, ...said }
  lists.push(choices)
  const list = columnLetters(lists.length)
  const formulae = [`${listsName}!$${list}$1:$${list}$${choices.length}`]
  return { type: "list", formulae, allowBlank: true, showErrorMessage: isFree !== true, ...said }
}

/** The package knows rules of whole ranges, but its types do not say so. */
function addRule(sheet: object, range: string, rule: object): void {
  const { dataValidations } = sheet as { dataValidations?: { add(range: string, rule: object): void } }
  dataValidations?.add(range, rule)
}
