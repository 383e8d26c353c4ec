import { and, eq, inArray, ne, sql } from "drizzle-orm"
import { grants } from "@/db/schema/access"
import { importBatches, importRows } from "@/db/schema/imports"
import type { Executor, Transaction } from "@/db/types"

type ImportBatch = typeof importBatches.$inferSelect

/** Batches that are being worked on, the one begun first first. */
export async function listWorkingImports(db: Executor): Promise<ImportBatch[]> {
  return db
    .select()
    .from(importBatches)
    .where(inArray(importBatches.state, ["applying", "undoing"]))
    .orderBy(importBatches.startedAt)
}

/** The next rows that are to be applied or undone. */
export async function listRowsToDo(
  db: Executor,
  batch: Pick<ImportBatch, "id" | "state">,
  limit: number,
): Promise<string[]> {
  const isMeant =
    batch.state === "applying"
      ? eq(importRows.state, "waiting")
      : and(eq(importRows.state, "done"), ne(importRows.plan, "same"))
  const rows = await db
    .select({ id: importRows.id })
    .from(importRows)
    .where(and(eq(importRows.batchId, batch.id), isMeant))
    .orderBy(importRows.number)
    .limit(limit)
  return rows.map(({ id }) => id)
}

/** A row with its batch and unit, held unless another transaction holds it; nothing then. */
export async function takeImportRow(tx: Transaction, rowId: string) {
  const [row] = await tx
    .select()
    .from(importRows)
    .where(eq(importRows.id, rowId))
    .for("update", { skipLocked: true })
  if (!row) return undefined
  const [batch] = await tx.execute<{ state: ImportBatch["state"]; unitCode: string; unitId: string }>(sql`
    select b.state, u.code as "unitCode", u.id as "unitId" from import_batches b join units u on u.id = b.unit_id
    where b.id = ${row.batchId}`)
  return batch && { row, batch }
}

/** Changes a row. */
export async function markImportRow(
  tx: Executor,
  id: string,
  to: Partial<typeof importRows.$inferInsert>,
): Promise<void> {
  await tx.update(importRows).set(to).where(eq(importRows.id, id))
}

/** Ends a row that nobody can work on any more: who had it done has no power left, or it fails each time. */
export async function settleImportRow(
  db: Executor,
  id: string,
  to: { readonly state: "failed" | "kept"; readonly outcome: string; readonly now: Date },
): Promise<void> {
  await db
    .update(importRows)
    .set({ state: to.state, outcome: to.outcome, settledAt: to.now })
    .where(and(eq(importRows.id, id), inArray(importRows.state, ["waiting", "done"])))
}

/** Says of batches all of whose rows are settled that they are. */
export async function settleImports(db: Executor, now: Date): Promise<void> {
  const at = now.toISOString()
  await db.execute(sql`
    update import_batches b set state = 'applied', finished_at = ${at} where b.state = 'applying'
      and not exists (select 1 from import_rows r where r.batch_id = b.id and r.state = 'waiting')`)
  await db.execute(sql`
    update import_batches b set state = 'undone', undone_at = ${at} where b.state = 'undoing'
      and not exists (select 1 from import_rows r where r.batch_id = b.id and r.state = 'done' and r.plan <> 'same')`)
}

/** Forgets what came before an instant. */
export async function purgeImports(db: Executor, before: Date): Promise<void> {
  await db.execute(sql`delete from import_batches where uploaded_at < ${before.toISOString()}`)
}

/** The grants of a membership that were not withdrawn. */
export async function listGrantsOf(db: Executor, membershipId: string) {
  return db
    .select({
      id: grants.id,
      systemRoleId: grants.systemRoleId,
      state: grants.state,
      stateChangedAt: grants.stateChangedAt,
      validUntil: grants.validUntil,
    })
    .from(grants)
    .where(and(eq(grants.membershipId, membershipId), ne(grants.state, "withdrawn")))
}

/** Rows whose person has answered the offer, while his roles wait for that. */
export async function listAnsweredRows(db: Executor, limit: number) {
  return db.execute<{ id: string; by: string; session: string }>(sql`
    select r.id, b.acting_by as by, b.acting_session as session
    from import_rows r join membership_offers o on o.id = r.offer_id join import_batches b on b.id = r.batch_id
    where r.roles_state = 'waiting' and o.state <> 'open' and b.state = 'applied' limit ${limit}`)
}

/** How an offer was answered. */
export async function findOfferAnswer(db: Executor, offerId: string) {
  const [row] = await db.execute<{ state: string; membershipId: string | null; orderText: string }>(sql`
    select state, membership_id as "membershipId", order_text as "orderText" from membership_offers where id = ${offerId}`)
  return row
}
