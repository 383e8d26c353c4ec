import { type SQL, sql } from "drizzle-orm"
import type { Transaction } from "@/db/types"

/** Conditions of queries with one part missing, for holes that a test plants. They stand on `m` and `d.today`. */
export const withoutDays: SQL = sql`(m.state = 'active')`

export const withSuspended: SQL = sql`(m.state <> 'ended' and m.valid_from <= d.today
  and (m.valid_until is null or m.valid_until >= d.today))`

export const withEndedAppointments: SQL = sql`exists (select 1 from admin_appointments ap
  where ap.membership_id = m.id)`

/** Whether somebody can work, or has powers that are held. */
export const orHeld = (canWork: SQL, unitId: SQL, now: Date): SQL =>
  sql`(${canWork} or exists (select 1 from memberships m join accounts a on a.id = m.account_id
    where m.unit_id = ${unitId} and a.powers_held_until > ${now.toISOString()}))`

/** The unit to which a row belongs in truth, whatever unit was named. */
export async function unitOf(
  tx: Transaction,
  table: "memberships" | "import_batches",
  id: string,
): Promise<string> {
  const [row] = await tx.execute<{ unit: string }>(
    sql`select unit_id as unit from ${sql.identifier(table)} where id = ${id}`,
  )
  return row?.unit ?? id
}
