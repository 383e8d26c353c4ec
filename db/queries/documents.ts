import { and, asc, eq, ne, sql } from "drizzle-orm"
import { documents } from "@/db/schema/documents"
import type { Executor, Transaction } from "@/db/types"

/** A document as it stands. */
export type Document = typeof documents.$inferSelect

/** Which request holds documents. */
type Holder = { readonly kind: Document["holderKind"]; readonly id: string }

const heldBy = ({ kind, id }: Holder) => and(eq(documents.holderKind, kind), eq(documents.holderId, id))

/** How many a request holds, and how many were ever sent to it. */
export async function countDocuments(
  db: Executor,
  holder: Holder,
): Promise<{ readonly there: number; readonly ever: number }> {
  const [row] = await db
    .select({
      ever: sql<number>`count(*)::int`,
      there: sql<number>`(count(*) filter (where ${documents.state} <> 'removed'))::int`,
    })
    .from(documents)
    .where(heldBy(holder))
  return row ?? { ever: 0, there: 0 }
}

/** Adds one. */
export async function insertDocument(tx: Transaction, row: typeof documents.$inferInsert): Promise<void> {
  await tx.insert(documents).values(row)
}

/** Gives up what broke off under the same name, since it is sent anew. */
export async function markSupersededRemoved(
  tx: Transaction,
  holder: Holder,
  { fileName, now }: { readonly fileName: string; readonly now: Date },
): Promise<void> {
  await tx
    .update(documents)
    .set({ state: "removed", removedAt: now })
    .where(and(heldBy(holder), eq(documents.state, "receiving"), eq(documents.fileName, fileName)))
}

/** One by its id. */
export async function findDocument(db: Executor, id: string): Promise<Document | null> {
  const [row] = await db.select().from(documents).where(eq(documents.id, id))
  return row ?? null
}

/** Holds one until the transaction ends. */
export async function lockDocument(tx: Transaction, id: string): Promise<Document | null> {
  const [row] = await tx.select().from(documents).where(eq(documents.id, id)).for("update")
  return row ?? null
}

/** How far it is, if nobody else has moved it meanwhile. */
export async function touchReceivedBytes(
  db: Executor,
  id: string,
  { from, to }: { readonly from: number; readonly to: number },
): Promise<boolean> {
  const rows = await db
    .update(documents)
    .set({ receivedBytes: to })
    .where(and(eq(documents.id, id), eq(documents.state, "receiving"), eq(documents.receivedBytes, from)))
    .returning({ id: documents.id })
  return rows.length > 0
}

/** All of it is there and waits to be judged. */
export async function markChecking(tx: Transaction, id: string, sizeBytes: number): Promise<void> {
  await tx.update(documents).set({ state: "checking", sizeBytes }).where(eq(documents.id, id))
}

/** It is not accepted, for good. */
export async function markRefused(tx: Transaction, id: string, refusal: string): Promise<void> {
  await tx.update(documents).set({ state: "refused", refusal, leasedUntil: null }).where(eq(documents.id, id))
}

/** Takes one off a request, whatever became of it; false where it is not there. */
export async function markRemoved(
  tx: Transaction,
  holder: Holder,
  { id, now }: { readonly id: string; readonly now: Date },
): Promise<boolean> {
  const rows = await tx
    .update(documents)
    .set({ state: "removed", removedAt: now, leasedUntil: null })
    .where(and(heldBy(holder), eq(documents.id, id), ne(documents.state, "removed")))
    .returning({ id: documents.id })
  return rows.length > 0
}

/** What a request holds, in the order in which it came. */
export async function listDocumentsOf(db: Executor, holder: Holder): Promise<Document[]> {
  return await db
    .select()
    .from(documents)
    .where(and(heldBy(holder), ne(documents.state, "removed")))
    .orderBy(asc(documents.createdAt), asc(documents.id))
}
