import { and, asc, eq, inArray, isNotNull, isNull, lt, ne, or, sql } from "drizzle-orm"
import { cases } from "@/db/schema/cases"
import { documentPages, documents } from "@/db/schema/documents"
import { units } from "@/db/schema/units"
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
export async function markRefused(
  tx: Transaction,
  id: string,
  refusal: NonNullable<Document["refusal"]>,
): Promise<void> {
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

/** A page of a document as its row says it. */
export type DocumentPage = typeof documentPages.$inferSelect

/**
 * Takes the oldest document that waits to be judged, for so long that nobody else does. One whose judge was killed comes
 * back when its lease is over.
 */
export async function leaseDocument(
  db: Executor,
  { now, until }: { readonly now: Date; readonly until: Date },
): Promise<Document | null> {
  const free = or(isNull(documents.leasedUntil), lt(documents.leasedUntil, now))
  const next = db
    .select({ id: documents.id })
    .from(documents)
    .where(and(inArray(documents.state, ["checking", "waiting-for-scan"]), free))
    .orderBy(asc(documents.createdAt))
    .limit(1)
    .for("update", { skipLocked: true })
  const [row] = await db
    .update(documents)
    .set({ leasedUntil: until, checks: sql`${documents.checks} + 1` })
    .where(eq(documents.id, sql`(${next})`))
    .returning()
  return row ?? null
}

/** Puts one back that was not judged: at once for the next, or not before an instant. */
export async function leaseBack(
  db: Executor,
  id: string,
  back: { readonly state: "checking" | "waiting-for-scan"; readonly notBefore: Date | null },
): Promise<void> {
  await db
    .update(documents)
    .set({ state: back.state, leasedUntil: back.notBefore, checks: 0 })
    .where(and(eq(documents.id, id), inArray(documents.state, ["checking", "waiting-for-scan"])))
}

/** It is accepted, with its pages. */
export async function markReady(
  tx: Transaction,
  id: string,
  found: Pick<Document, "mediaType" | "pages" | "sha256" | "virusScan" | "readyAt">,
  pages: readonly (typeof documentPages.$inferInsert)[],
): Promise<void> {
  await tx.delete(documentPages).where(eq(documentPages.documentId, id))
  if (pages.length > 0) await tx.insert(documentPages).values([...pages])
  await tx
    .update(documents)
    .set({ ...found, state: "ready", refusal: null, leasedUntil: null })
    .where(eq(documents.id, id))
}

/** A page of a document, and where the request stands to which it belongs. */
export type StandingPage = {
  readonly document: Document
  readonly page: DocumentPage
  /** The unit at whose desk the request is or was; null of one that was never handed in. */
  readonly unit: { readonly id: string; readonly path: string } | null
}

/** A page, as long as its document is accepted and still there. */
export async function findStandingPage(db: Executor, id: string, page: number): Promise<StandingPage | null> {
  const [row] = await db
    .select({ document: documents, page: documentPages, unitId: units.id, path: units.path })
    .from(documents)
    .innerJoin(documentPages, and(eq(documentPages.documentId, documents.id), eq(documentPages.page, page)))
    .leftJoin(cases, and(eq(cases.kind, documents.holderKind), eq(cases.subjectId, documents.holderId)))
    .leftJoin(units, eq(units.id, cases.unitId))
    .where(and(eq(documents.id, id), eq(documents.state, "ready")))
  if (!row) return null
  const unit = row.unitId !== null && row.path !== null ? { id: row.unitId, path: row.path } : null
  return { document: row.document, page: row.page, unit }
}

/** What the QR codes say on the pages of what a request holds, page by page. */
export async function listCodesOf(
  db: Executor,
  holder: Holder,
): Promise<{ documentId: string; page: number; text: string }[]> {
  const rows = await db
    .select({ documentId: documents.id, page: documentPages.page, text: documentPages.qrText })
    .from(documentPages)
    .innerJoin(documents, eq(documents.id, documentPages.documentId))
    .where(and(heldBy(holder), eq(documents.state, "ready"), isNotNull(documentPages.qrText)))
    .orderBy(asc(documents.createdAt), asc(documents.id), asc(documentPages.page))
  return rows.flatMap(({ text, ...row }) => (text === null ? [] : [{ ...row, text }]))
}
