import { readFileSync } from "node:fs"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { parse } from "csv-parse/sync"
import type { z } from "zod"

/** The folder of the reference data that ships with the portal. */
export const shippedData = fileURLToPath(new URL("./data/", import.meta.url))

/** A row of the reference data that cannot be what it should be; nothing is loaded then. */
export class MalformedReference extends Error {}

/** Reads a CSV file and checks each row. Throws `MalformedReference` naming file, line and column. */
export function readCsv<S extends z.ZodType>(folder: string, file: string, row: S): z.output<S>[] {
  const text = readFileSync(join(folder, file), "utf8")
  let raw: { record: Record<string, string>; info: { lines: number } }[]
  try {
    raw = parse(text, { columns: true, info: true, bom: true, skip_empty_lines: true })
  } catch (thrown) {
    throw new MalformedReference(`${file}: ${thrown instanceof Error ? thrown.message : "unreadable"}`)
  }
  return raw.map(({ record, info }) => {
    const parsed = row.safeParse(record)
    if (parsed.success) return parsed.data
    const issue = parsed.error.issues[0]
    throw new MalformedReference(
      `${file}, line ${info.lines}, column ${issue?.path.join(".")}: ${issue?.message}`,
    )
  })
}
