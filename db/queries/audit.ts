import { auditEvents } from "@/db/schema/audit"
import type { Transaction } from "@/db/types"

/** A row of the audit, as the kernel writes it. */
export type AuditEventRow = Omit<typeof auditEvents.$inferInsert, "seq">

/** Adds an event. There is no update and no delete: the portal's role holds neither right. */
export async function insertAuditEvent(tx: Transaction, event: AuditEventRow): Promise<void> {
  await tx.insert(auditEvents).values(event)
}
