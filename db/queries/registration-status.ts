import { sql } from "drizzle-orm"
import type { Executor } from "@/db/types"

/** How a queue stands for one of its cases. */
export type QueuePlace = {
  readonly state: "waiting" | "returned" | "decided" | "withdrawn"
  readonly submittedAt: Date
  /** Waiting registrations of the same unit that came before it. */
  readonly before: number
}

/** Where the case of a registration stands; nothing where it was never submitted. */
export async function findQueuePlace(db: Executor, registrationId: string): Promise<QueuePlace | undefined> {
  const [row] = await db.execute<{ state: QueuePlace["state"]; submitted: string; before: number }>(sql`
    select c.state, to_json(c.submitted_at) #>> '{}' as submitted,
      (select count(*)::int from cases o where o.unit_id = c.unit_id and o.kind = c.kind and o.state = 'waiting'
        and (o.submitted_at, o.id) < (c.submitted_at, c.id)) as before
    from cases c where c.kind = 'registration' and c.subject_id = ${registrationId}`)
  return row && { state: row.state, submittedAt: new Date(row.submitted), before: row.before }
}

/** How long first decisions took lately, in seconds: the median of the last fifty of a unit and of all, and of how many. */
export type MeasuredTimes = {
  readonly here: number | null
  readonly countHere: number
  readonly all: number | null
  readonly countAll: number
}

/** Measures the last fifty first decisions that took effect, of a unit and everywhere. */
export async function measureTimes(db: Executor, unitId: string): Promise<MeasuredTimes> {
  const last = (where: ReturnType<typeof sql>) => sql`(
    select count(*)::int as n, percentile_cont(0.5) within group (order by seconds) as median from (
      select extract(epoch from d.decided_at - c.submitted_at) as seconds
      from decisions d join cases c on c.id = d.case_id
      where c.kind = 'registration' and d.case_version = 1 and d.took_effect_at is not null and ${where}
      order by d.decided_at desc limit 50) lately)`
  const [row] = await db.execute<MeasuredTimes>(sql`
    select h.median::float8 as here, h.n as "countHere", a.median::float8 as "all", a.n as "countAll"
    from ${last(sql`c.unit_id = ${unitId}`)} h, ${last(sql`true`)} a`)
  return row ?? { here: null, countHere: 0, all: null, countAll: 0 }
}

/** Deletes drafts whose time is over; their codes go with them. */
export async function deleteExpiredDrafts(db: Executor, now: Date): Promise<void> {
  await db.execute(
    sql`delete from registrations where state = 'draft' and expires_at <= ${now.toISOString()}`,
  )
}

/** Returned requests whose time is over. */
export async function listOverdueReturns(db: Executor, now: Date): Promise<string[]> {
  const rows = await db.execute<{ id: string }>(sql`
    select id from registrations where state = 'returned' and expires_at <= ${now.toISOString()} limit 500`)
  return rows.map(({ id }) => id)
}
