import { and, asc, desc, eq, gt, inArray, sql } from "drizzle-orm"
import { importBatches, importRows } from "@/db/schema/imports"
import type { Executor, Transaction } from "@/db/types"

/** A batch as it stands. */
export type ImportBatch = typeof importBatches.$inferSelect

/** A row as it stands. */
export type ImportRow = typeof importRows.$inferSelect

/** Adds a batch with its rows. */
export async function insertImport(
  tx: Transaction,
  batch: typeof importBatches.$inferInsert,
  rows: readonly (typeof importRows.$inferInsert)[],
): Promise<void> {
  await tx.insert(importBatches).values(batch)
  for (let at = 0; at < rows.length; at += 500) await tx.insert(importRows).values(rows.slice(at, at + 500))
}

/** How many workbooks somebody sent since an instant. */
export async function countImportsBy(db: Executor, accountId: string, since: Date): Promise<number> {
  return db.$count(
    importBatches,
    and(eq(importBatches.uploadedBy, accountId), gt(importBatches.uploadedAt, since)),
  )
}

/** A batch of a unit, held. */
export async function lockImport(
  tx: Transaction,
  at: { readonly batchId: string; readonly unitId: string },
): Promise<ImportBatch | undefined> {
  const [row] = await tx
    .select()
    .from(importBatches)
    .where(and(eq(importBatches.id, at.batchId), eq(importBatches.unitId, at.unitId)))
    .for("update")
  return row
}

/** Changes a batch. */
export async function markImport(
  tx: Transaction,
  id: string,
  to: Partial<typeof importBatches.$inferInsert>,
): Promise<void> {
  await tx.update(importBatches).set(to).where(eq(importBatches.id, id))
}

/** A batch of a unit. */
export async function findImport(
  db: Executor,
  at: { readonly batchId: string; readonly unitId: string },
): Promise<ImportBatch | undefined> {
  const [row] = await db
    .select()
    .from(importBatches)
    .where(and(eq(importBatches.id, at.batchId), eq(importBatches.unitId, at.unitId)))
  return row
}

/** How many rows of a batch stand how; one count each of plan, state and state of roles. */
export type ImportCount = Pick<ImportRow, "plan" | "state" | "rolesState"> & { readonly count: number }

/** Counts the rows of a batch. */
export async function listImportCounts(db: Executor, batchId: string): Promise<ImportCount[]> {
  return db
    .select({
      plan: importRows.plan,
      state: importRows.state,
      rolesState: importRows.rolesState,
      count: sql<number>`count(*)::int`,
    })
    .from(importRows)
    .where(eq(importRows.batchId, batchId))
    .groupBy(importRows.plan, importRows.state, importRows.rolesState)
}

/** Rows of a batch in their order, behind a number; those of one plan or one state where it is named. */
export async function listImportRows(
  db: Executor,
  at: {
    readonly batchId: string
    readonly after: number
    readonly limit: number
    readonly plan?: ImportRow["plan"] | undefined
    readonly states?: readonly ImportRow["state"][] | undefined
  },
): Promise<ImportRow[]> {
  return db
    .select()
    .from(importRows)
    .where(
      and(
        eq(importRows.batchId, at.batchId),
        gt(importRows.number, at.after),
        at.plan ? eq(importRows.plan, at.plan) : undefined,
        at.states ? inArray(importRows.state, [...at.states]) : undefined,
      ),
    )
    .orderBy(asc(importRows.number))
    .limit(at.limit)
}

/** The batches of a unit, the newest first. */
export async function listImports(db: Executor, unitId: string, limit: number): Promise<ImportBatch[]> {
  return db
    .select()
    .from(importBatches)
    .where(eq(importBatches.unitId, unitId))
    .orderBy(desc(importBatches.uploadedAt))
    .limit(limit)
}
