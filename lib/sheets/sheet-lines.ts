import "server-only"
import { z } from "zod"

/** Why nothing is read of a file. */
export const sheetFaults = [
  "not-a-workbook",
  "old-format",
  "macros",
  "external-links",
  "unpacks-too-large",
  "unreadable",
  "wrong-sheet",
  "too-many-rows",
  "too-many-columns",
  "empty",
] as const

/** One of them. */
export type SheetFault = (typeof sheetFaults)[number]

/** Limits that both sides of the wall keep to: the one that reads a workbook, and the one that does not believe it. */
export const sheetLimits = {
  fileBytes: 5 * 1024 * 1024,
  /** Bytes that the parts of a workbook may unpack to: 10,000 rows of 60 columns have some 40 MB. */
  unpackedBytes: 120 * 1024 * 1024,
  parts: 200,
  /** Rows that hold anything, the one of the headings included. */
  rows: 10_001,
  columns: 60,
  letters: 500,
} as const

/** What a cell is. `formula`, `merged` and `error` have no text that could be believed; a `day` is written `2026-11-21`. */
export const cellKinds = ["text", "number", "day", "formula", "merged", "error"] as const

const cell = z.object({
  column: z.number().int().min(1).max(sheetLimits.columns),
  kind: z.enum(cellKinds),
  text: z.string().max(sheetLimits.letters + 1),
})

/** A cell that is not empty. One with more letters than are allowed is cut behind the first that is too many. */
export type SheetCell = z.infer<typeof cell>

/** What the process that reads a workbook says of it, a JSON line each; `ready` comes first. */
export const sheetLine = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("ready") }),
  z.object({
    kind: z.literal("row"),
    row: z.number().int().min(1).max(1_048_576),
    cells: z.array(cell).min(1).max(sheetLimits.columns),
  }),
  z.object({ kind: z.literal("end") }),
  z.object({ kind: z.literal("refused"), why: z.enum(sheetFaults) }),
])

/** One of those lines. */
export type SheetLine = z.infer<typeof sheetLine>

/** A row that holds anything, by its number in the sheet. */
export type SheetRow = { readonly row: number; readonly cells: readonly SheetCell[] }
