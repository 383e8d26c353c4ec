import { Readable } from "node:stream"
import { pipeline } from "node:stream/promises"
import type postgres from "postgres"

/** What a cell of a copied row may hold. */
export type Cell = string | number | Date | Buffer | null

/** Copies rows into a table: COPY in text format, which PostgreSQL reads many times faster than inserts. */
export async function copyRows(
  tx: postgres.TransactionSql,
  table: string,
  columns: readonly string[],
  rows: readonly (readonly Cell[])[],
): Promise<void> {
  const into = await tx`copy ${tx(table)} (${tx(columns)}) from stdin`.writable()
  await pipeline(Readable.from(lines(rows)), into)
}

function* lines(rows: readonly (readonly Cell[])[]): Generator<string> {
  for (let at = 0; at < rows.length; at += 500) {
    yield rows
      .slice(at, at + 500)
      .map((row) => `${row.map(cell).join("\t")}\n`)
      .join("")
  }
}

function cell(value: Cell): string {
  if (value === null) return "\\N"
  if (Buffer.isBuffer(value)) return `\\\\x${value.toString("hex")}`
  if (value instanceof Date) return value.toISOString()
  return String(value).replace(/[\\\t\n\r]/g, (c) => escapes[c] ?? c)
}

const escapes: Readonly<Record<string, string>> = {
  "\\": "\\\\",
  "\t": "\\t",
  "\n": "\\n",
  "\r": "\\r",
}
