import { sql } from "drizzle-orm"
import type { Transaction } from "@/db/types"

/** What a load did to a table. */
export type Counts = { readonly inserted: number; readonly changed: number; readonly unchanged: number }

type Row = Readonly<Record<string, string | null>>

/** Upserts rows keyed by `code` whose columns have the names of the file, and counts what that did. */
export async function loadPlaces(
  tx: Transaction,
  table: "provinces" | "districts" | "subdistricts",
  rows: readonly Row[],
): Promise<Counts> {
  const names = Object.keys(rows[0] ?? {})
  const others = names.filter((name) => name !== "code")
  const list = (prefix: string, of: readonly string[]) =>
    sql.raw(of.map((name) => `${prefix}"${name}"`).join(", "))
  const done = await tx.execute<{ inserted: boolean }>(sql`
    insert into ${sql.identifier(table)} as t (${list("", names)})
    select ${list("x.", names)} from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as x(${sql.raw(names.map((name) => `"${name}" text`).join(", "))})
    on conflict (code) do update set (${list("", others)}) = row(${list("excluded.", others)})
      where (${list("t.", others)}) is distinct from (${list("excluded.", others)})
    returning (xmax = 0) as inserted`)
  const inserted = done.filter((row) => row.inserted).length
  return { inserted, changed: done.length - inserted, unchanged: rows.length - done.length }
}
