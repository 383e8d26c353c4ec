import { and, asc, eq, isNotNull, isNull, lt, or, sql } from "drizzle-orm"
import { documentPages, documents } from "@/db/schema/documents"
import type { Executor, Transaction } from "@/db/types"

type Document = typeof documents.$inferSelect
type DocumentPage = typeof documentPages.$inferSelect

/**
 * Takes the next accepted scan of an order that nobody has read, for so long that nobody else does; one that has only
 * pictures is taken where they can be read.
 */
export async function leaseUnread(
  db: Executor,
  wanted: { readonly now: Date; readonly until: Date; readonly pictures: boolean },
): Promise<Document | null> {
  const free = or(isNull(documents.readingUntil), lt(documents.readingUntil, wanted.now))
  const unread = wanted.pictures
    ? or(isNull(documents.reading), eq(documents.reading, "picture-next"))
    : isNull(documents.reading)
  const next = db
    .select({ id: documents.id })
    .from(documents)
    .where(and(eq(documents.state, "ready"), eq(documents.purpose, "order-scan"), unread, free))
    // what nobody has looked at at all comes before what takes long
    .orderBy(sql`${documents.reading} is not null`, asc(documents.readyAt))
    .limit(1)
    .for("update", { skipLocked: true })
  const [row] = await db
    .update(documents)
    .set({ readingUntil: wanted.until, readingTries: sql`${documents.readingTries} + 1` })
    .where(eq(documents.id, sql`(${next})`))
    .returning()
  return row ?? null
}

/** Puts one back that was not read through, for the next who reads. */
export async function leaseUnreadBack(db: Executor, id: string): Promise<void> {
  await db.update(documents).set({ readingUntil: null, readingTries: 0 }).where(eq(documents.id, id))
}

/** The pages of a document, in order. */
export async function listPages(db: Executor, id: string): Promise<DocumentPage[]> {
  return await db
    .select()
    .from(documentPages)
    .where(eq(documentPages.documentId, id))
    .orderBy(asc(documentPages.page))
}

/** The words of a page, as far as its row knows them. */
export type PageReading = {
  readonly page: number
  readonly from: "layer" | "picture"
  readonly bytes: number
}

/** Writes down how far reading a document came, and the pages whose words are in the storage by now. */
export async function markRead(
  tx: Transaction,
  id: string,
  found: { readonly reading: NonNullable<Document["reading"]>; readonly pages: readonly PageReading[] },
): Promise<void> {
  for (const { page, from, bytes } of found.pages) {
    await tx
      .update(documentPages)
      .set({ wordsFrom: from, wordsBytes: bytes })
      .where(and(eq(documentPages.documentId, id), eq(documentPages.page, page)))
  }
  await tx
    .update(documents)
    .set({ reading: found.reading, readingUntil: null, readingTries: 0 })
    .where(eq(documents.id, id))
}

/** A page whose words are in the storage, and the document whose key opens them. */
export type ReadPage = {
  readonly document: Document
  readonly page: number
  readonly from: "layer" | "picture"
  readonly bytes: number
  readonly width: number
  readonly height: number
}

/** The pages that were read of the accepted documents of a request, in the order in which they are shown. */
export async function listReadPages(
  db: Executor,
  holder: { readonly kind: Document["holderKind"]; readonly id: string },
): Promise<ReadPage[]> {
  const rows = await db
    .select({
      document: documents,
      page: documentPages.page,
      from: documentPages.wordsFrom,
      bytes: documentPages.wordsBytes,
      width: documentPages.width,
      height: documentPages.height,
    })
    .from(documentPages)
    .innerJoin(documents, eq(documents.id, documentPages.documentId))
    .where(
      and(
        eq(documents.holderKind, holder.kind),
        eq(documents.holderId, holder.id),
        eq(documents.state, "ready"),
        isNotNull(documentPages.wordsFrom),
      ),
    )
    .orderBy(asc(documents.createdAt), asc(documents.id), asc(documentPages.page))
  return rows.flatMap(({ from, bytes, ...row }) => (from && bytes ? [{ ...row, from, bytes }] : []))
}

/** How far each accepted document of a request was read. */
export async function listReadingsOf(
  db: Executor,
  holder: { readonly kind: Document["holderKind"]; readonly id: string },
): Promise<Document["reading"][]> {
  const rows = await db
    .select({ reading: documents.reading })
    .from(documents)
    .where(
      and(
        eq(documents.holderKind, holder.kind),
        eq(documents.holderId, holder.id),
        eq(documents.state, "ready"),
      ),
    )
  return rows.map(({ reading }) => reading)
}
