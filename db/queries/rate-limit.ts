import { type SQL, sql } from "drizzle-orm"
import { prebuilt } from "@/db/prebuilt"
import type { Executor } from "@/db/types"

/** A counter's state. */
export type Counter = { readonly count: number; readonly windowEndsAt: Date }

/** What is counted, and for how long a window lasts. */
export type Counted = {
  readonly scope: string
  readonly key: Buffer
  readonly windowSeconds: number
  readonly now: Date
  /** How many at once; one unless told. */
  readonly by?: number
}

/** The statement that counts up, for a larger one to hold; it returns the counter's row. */
export function countUp(at: Counted): SQL {
  const { scope, key, ends, by, now } = valuesOf(at)
  return counting({
    scope: sql`${scope}`,
    key: sql`${key}`,
    ends: sql`${ends}`,
    by: sql`${by}`,
    now: sql`${now}`,
  })
}

const ofCounter = ["scope", "key", "ends", "by", "now"] as const

function valuesOf({ scope, key, windowSeconds, now, by = 1 }: Counted) {
  const ends = new Date(now.getTime() + windowSeconds * 1000).toISOString()
  return { scope, key, ends, by, now: now.toISOString() }
}

function counting({ scope, key, ends, by, now }: Record<(typeof ofCounter)[number], SQL>): SQL {
  return sql`insert into rate_limits as r (scope, key, window_ends_at, count) values (${scope}, ${key}, ${ends}, ${by})
    on conflict (scope, key) do update set
      count = case when r.window_ends_at > ${now} then r.count + excluded.count else excluded.count end,
      window_ends_at = case when r.window_ends_at > ${now} then r.window_ends_at else excluded.window_ends_at end
    returning count, window_ends_at`
}

const counted = prebuilt(ofCounter, counting)

/** Counts up and tells where that leads; a window that is over begins anew. One statement, so two at once count two. */
export async function countRateLimit(db: Executor, at: Counted): Promise<Counter> {
  const rows = await counted<{ count: number; window_ends_at: string }>(db, valuesOf(at))
  const row = rows[0]
  if (!row) throw new Error("upsert returned no row")
  return { count: row.count, windowEndsAt: new Date(row.window_ends_at) }
}

/** The counter without counting; nothing while no window is open. */
export async function findRateLimit(
  db: Executor,
  at: { readonly scope: string; readonly key: Buffer; readonly now: Date },
): Promise<Counter | undefined> {
  const rows = await db.execute<{ count: number; window_ends_at: string }>(sql`
    select count, window_ends_at from rate_limits
    where scope = ${at.scope} and key = ${at.key} and window_ends_at > ${at.now.toISOString()}`)
  const row = rows[0]
  return row ? { count: row.count, windowEndsAt: new Date(row.window_ends_at) } : undefined
}
