import "server-only"
import type { ImportFault } from "@/db/schema/imports"
import { columnLetters } from "@/lib/sheets/columns"
import type { SheetRow } from "@/lib/sheets/sheet-lines"
import { type ImportField, neededFields } from "./rules"

/** What a column means: a field of the person, or the roles in a system. */
export type Column =
  | { readonly is: "field"; readonly field: ImportField }
  | { readonly is: "system"; readonly systemCode: string }

/** The headings that are known, folded, and what each means. */
export type Headings = ReadonlyMap<string, Column>

/** A heading as it is compared: letters of any width and case, without the spaces and the star of the template. */
export function foldHeading(text: string): string {
  return text.normalize("NFKC").toLowerCase().replace(/[\s*]/g, "")
}

const unknown: Record<string, string> = { merged: "merged", formula: "formula" }

function keyOf(column: Column): string {
  return column.is === "field" ? column.field : `system ${column.systemCode}`
}

/** What each column of a sheet means, or what is wrong with its headings. */
export function columnsOf(
  row: SheetRow,
  headings: Headings,
): { readonly columns: ReadonlyMap<number, Column>; readonly faults: readonly ImportFault[] } {
  const columns = new Map<number, Column>()
  const faults: ImportFault[] = []
  const seen = new Set<string>()
  for (const { column, kind, text } of row.cells) {
    const meant = kind === "text" ? headings.get(foldHeading(text)) : undefined
    const code = meant ? seen.has(keyOf(meant)) && "headingTwice" : (unknown[kind] ?? "headingUnknown")
    if (meant) seen.add(keyOf(meant))
    if (code) faults.push({ at: columnLetters(column), code })
    else if (meant) columns.set(column, meant)
  }
  const missing = neededFields.filter((field) => !seen.has(field))
  return { columns, faults: [...faults, ...missing.map((field) => ({ at: field, code: "headingMissing" }))] }
}
