import "server-only"
import type { ImportFault } from "@/db/schema/imports"
import { arabicDigits } from "@/lib/i18n/digits"
import { parseNationalId } from "@/lib/identity/rules"
import { offerInput } from "@/lib/members/schema"
import { parseDayBe } from "@/lib/orders/typed-day-be"
import { columnLetters } from "@/lib/sheets/columns"
import { type SheetCell, type SheetRow, sheetLimits } from "@/lib/sheets/sheet-lines"
import { dayOfText } from "./day-of-text"
import type { Column } from "./headings"
import { type KnownRole, type NamedRole, rolesOfText } from "./roles-of-text"
import type { ImportFaultCode, ImportField } from "./rules"

/** What rows are judged by. */
export type Judging = {
  readonly unitCode: string
  readonly columns: ReadonlyMap<number, Column>
  /** Kinds of staff by what they are called, folded. */
  readonly staffKinds: ReadonlyMap<string, string>
  readonly roles: readonly KnownRole[]
  /** The date in Bangkok. */
  readonly today: string
}

/** What a sound row asks for: the form of a new user, and roles. */
export type WantedRow = {
  readonly person: ReturnType<typeof offerInput.parse>
  readonly roles: readonly string[]
  /** Last days of single roles; they stand before the one of all. */
  readonly untils: Readonly<Record<string, string>>
  readonly rightsUntil: string | null
}

/** A row with what is wrong in it, cell by cell; `wanted` where nothing is. */
export type JudgedRow = {
  readonly name: string
  /** 13 digits where the cell holds a right number, whatever else is wrong in the row. */
  readonly nationalId: string
  /** The column of the number. */
  readonly nationalIdAt: string
  readonly wanted: WantedRow | null
  readonly faults: readonly ImportFault[]
}

type Cells = Map<ImportField, { readonly at: string; readonly text: string; readonly cell: SheetCell }>

/**
 * Judges a row by itself: each cell has to be what somebody typed (no formula, no merged cell, no number that lost its
 * digits), then all of it is asked what the form of a new user asks.
 */
export function judgeRow(row: SheetRow, judging: Judging): JudgedRow {
  const { cells, roles, faults } = takeCells(row, judging)
  const text = (field: ImportField) => cells.get(field)?.text ?? ""
  const rights = rightsUntilOf(cells, judging.today)
  if (typeof rights === "object" && rights) faults.push(rights)
  const person = personOf(cells, judging, faults)
  const shown = {
    name: `${text("titleTh")}${text("givenNameTh")} ${text("familyNameTh")}`.trim().slice(0, 200),
    nationalId: parseNationalId(text("nationalId")) ?? "",
    nationalIdAt: atOf(cells, judging, "nationalId"),
    faults: faults.toSorted((a, b) => a.at.length - b.at.length || a.at.localeCompare(b.at)),
  }
  if (!person || faults.length > 0) return { ...shown, wanted: null }
  const rightsUntil = typeof rights === "string" ? rights : null
  const ids = roles.map(({ role }) => role.systemRoleId)
  const untils = Object.fromEntries(
    roles.flatMap(({ role, until }) => (until ? [[role.systemRoleId, until] as const] : [])),
  )
  return { ...shown, wanted: { person, roles: ids, untils, rightsUntil } }
}

/** The cells of a row by what their columns mean, the roles that are named, and what no cell may be. */
function takeCells(row: SheetRow, judging: Judging) {
  const faults: ImportFault[] = []
  const cells: Cells = new Map()
  const roles: NamedRole[] = []
  for (const cell of row.cells) {
    const column = judging.columns.get(cell.column)
    if (!column) continue
    const at = columnLetters(cell.column)
    const broken = cellFault(cell)
    const read = !broken && column.is === "system" ? rolesIn(cell.text, column.systemCode, judging) : []
    const code = broken ?? (typeof read === "string" ? read : undefined)
    if (code) faults.push({ at, code })
    else if (column.is === "field") cells.set(column.field, { at, text: cell.text, cell })
    else if (typeof read !== "string") roles.push(...read)
  }
  return { cells, roles, faults }
}

function cellFault({ kind, text }: SheetCell): ImportFaultCode | undefined {
  if (kind === "formula" || kind === "merged") return kind
  if (kind === "error") return "cellError"
  return text.length > sheetLimits.letters ? "tooLong" : undefined
}

/** A number that a program made of thirteen digits: kept in full it ends in no row of zeros, nor is it written with an E. */
function lostDigits(text: string): boolean {
  return /^[\d.]+e\+?\d+$/i.test(arabicDigits(text).trim()) || /0{6}$/.test(text)
}

function personOf(cells: Cells, judging: Judging, faults: ImportFault[]): WantedRow["person"] | undefined {
  const known = new Set(faults.map(({ at }) => at))
  const number = cells.get("nationalId")
  if (number && lostDigits(number.text)) {
    faults.push({ at: number.at, code: "numberAsFloat" })
    known.add(number.at)
  }
  const kind = cells.get("staffKind")
  const staffKind =
    kind && judging.staffKinds.get(kind.text.normalize("NFKC").replace(/\s/g, "").toLowerCase())
  if (kind && !staffKind) {
    faults.push({ at: kind.at, code: "staffKindUnknown" })
    known.add(kind.at)
  }
  const text = (field: ImportField) => cells.get(field)?.text ?? ""
  const parsed = offerInput.safeParse({
    unitCode: judging.unitCode,
    nationalId: text("nationalId"),
    titleTh: text("titleTh"),
    givenNameTh: text("givenNameTh"),
    familyNameTh: text("familyNameTh"),
    post: text("post"),
    staffKind: staffKind ?? "",
    staffReason: text("staffReason"),
    email: text("email"),
    officeTelephone: text("officeTelephone"),
    orderText: text("orderText"),
    validFrom: dayFields(cells, "validFrom"),
    validUntil: dayFields(cells, "validUntil"),
  })
  if (parsed.success) return parsed.data
  for (const { path, message } of parsed.error.issues) {
    const field = String(path[0])
    const at = atOf(cells, judging, field)
    if (known.has(at)) continue
    faults.push({ at, code: message })
    known.add(at)
  }
  return undefined
}

/** The column of a field, where the row has nothing in it too; its name where the sheet has no such column. */
function atOf(cells: Cells, { columns }: Judging, field: string): string {
  const filled = cells.get(field as ImportField)?.at
  if (filled) return filled
  const column = [...columns].find(([, one]) => one.is === "field" && one.field === field)
  return column ? columnLetters(column[0]) : field
}

/** The three fields of a day as the form has them; a day of a program's own is written in the Buddhist era first. */
function dayFields(cells: Cells, field: ImportField): { day: string; month: string; year: string } {
  const found = cells.get(field)
  if (!found) return { day: "", month: "", year: "" }
  if (found.cell.kind === "day") {
    const [year = 0, month = 0, day = 0] = found.text.split("-").map(Number)
    // somebody who types 2569 into a cell of dates gets a day of that year of the Common Era
    return { day: `${day}`, month: `${month}`, year: `${year < 2400 ? year + 543 : year}` }
  }
  return dayOfText(found.text)
}

function rightsUntilOf(cells: Cells, today: string): string | ImportFault | null {
  const found = cells.get("rightsUntil")
  if (!found) return null
  const read = parseDayBe(dayFields(cells, "rightsUntil"))
  if (read.is === "day" && read.day >= today) return read.day
  if (read.is === "empty") return null
  const code = read.is === "day" ? "rightsUntilPast" : read.is === "era" ? "yearNotBe" : "dateWrong"
  return { at: found.at, code }
}

const rolesIn = (text: string, systemCode: string, { roles, today }: Judging) =>
  rolesOfText(text, { known: roles.filter((role) => role.systemCode === systemCode), today })
