import { sql } from "drizzle-orm"
import journal from "@/db/migrations/meta/_journal.json"
import type { Executor } from "@/db/types"

/** Whether this database has every migration that this code was built with. */
export async function isMigrated(db: Executor): Promise<boolean> {
  const [row] = await db.execute<{ applied: string | null }>(
    sql`select max(created_at)::text as applied from drizzle.__drizzle_migrations`,
  )
  const newest = Math.max(...journal.entries.map((entry) => entry.when))
  return Number(row?.applied ?? 0) >= newest
}
