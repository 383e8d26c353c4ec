import { sql } from "drizzle-orm"
import { auditEvents } from "@/db/schema/audit"
import type { Executor, Transaction } from "@/db/types"

/** A row of the audit, as the kernel writes it. */
export type AuditEventRow = Omit<typeof auditEvents.$inferInsert, "seq">

/** Adds an event. There is no update and no delete: the portal's role holds neither right. */
export async function insertAuditEvent(tx: Transaction, event: AuditEventRow): Promise<void> {
  await tx.insert(auditEvents).values(event)
}

/** When the oldest event after the last sealed one happened, or nothing when the seal is up to date. */
export async function findOldestUnsealed(db: Executor): Promise<Date | null> {
  const [row] = await db.execute<{ at: string | null }>(sql`
    select min(at)::text as at from audit_events
    where seq > coalesce((select max(event_seq) from audit_seals), 0)`)
  return row?.at ? new Date(row.at) : null
}
