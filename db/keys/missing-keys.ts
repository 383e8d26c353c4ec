import { sql } from "drizzle-orm"
import type { Executor } from "@/db/types"
import type { KeyRing } from "@/lib/crypto/key-ring"
import { sealedColumns } from "./sealed-columns"

/** Which sealed columns hold values under keys that the ring lacks, one line a column and key. */
export async function listMissingKeys(db: Executor, ring: KeyRing): Promise<string[]> {
  const lines: string[] = []
  for (const { table, column } of sealedColumns) {
    // The key's id stands at the beginning of what `seal` makes: version 1, its length, itself.
    const value = sql.identifier(column)
    const rows = await db.execute<{ key: string; count: number }>(sql`
      select key, count(*)::int as count from (
        select case when length(${value}) > 2 and get_byte(${value}, 0) = 1
          then encode(substring(${value} from 3 for get_byte(${value}, 1)), 'escape') else '?' end as key
        from ${sql.identifier(table)} where ${value} is not null) keys
      group by key order by key`)
    for (const { key, count } of rows)
      if (!ring.ids.includes(key))
        lines.push(`KEY_RING has no key ${key}: ${count} values of ${table}.${column} can't be opened`)
  }
  return lines
}
