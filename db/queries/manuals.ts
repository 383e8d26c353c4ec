import { and, asc, desc, eq, sql } from "drizzle-orm"
import { manualFiles, manuals, manualVersions } from "@/db/schema/manuals"
import type { Executor, Transaction } from "@/db/types"

const manualColumns = {
  id: manuals.id,
  slug: manuals.slug,
  titleTh: manuals.titleTh,
  titleEn: manuals.titleEn,
  summaryTh: manuals.summaryTh,
  summaryEn: manuals.summaryEn,
}

const versionColumns = {
  version: manualVersions.version,
  publishedAt: manualVersions.publishedAt,
  publishedBy: manualVersions.publishedBy,
  note: manualVersions.note,
  sizeBytes: manualVersions.sizeBytes,
  pages: manualVersions.pages,
  sha256: manualVersions.sha256,
}

/** Every version of every manual that has one, in the order of the list, newest version first; never the file itself. */
export function listManualVersions(db: Executor) {
  return db
    .select({ manual: manualColumns, version: versionColumns })
    .from(manuals)
    .innerJoin(manualVersions, eq(manualVersions.manualId, manuals.id))
    .orderBy(asc(manuals.sort), asc(manuals.slug), desc(manualVersions.version))
}

/** The versions of one manual, newest first; empty where there is no such manual. */
export function listVersionsOf(db: Executor, slug: string) {
  return db
    .select({ manual: manualColumns, version: versionColumns })
    .from(manuals)
    .innerJoin(manualVersions, eq(manualVersions.manualId, manuals.id))
    .where(eq(manuals.slug, slug))
    .orderBy(desc(manualVersions.version))
}

/** One version of a manual, or the newest one where no number is given. */
export async function findManualVersion(db: Executor, slug: string, version: number | null) {
  const wanted = version === null ? undefined : eq(manualVersions.version, version)
  const [row] = await db
    .select({ manual: manualColumns, version: versionColumns })
    .from(manuals)
    .innerJoin(manualVersions, eq(manualVersions.manualId, manuals.id))
    .where(and(eq(manuals.slug, slug), wanted))
    .orderBy(desc(manualVersions.version))
    .limit(1)
  return row ?? null
}

/**
 * Bytes `start` to `start + length - 1` of a file. The column is stored outside the row and uncompressed, so
 * PostgreSQL reads only the pages that hold them.
 */
export async function findFilePart(
  db: Executor,
  sha256: Buffer,
  start: number,
  length: number,
): Promise<Buffer | null> {
  const [row] = await db
    .select({
      part: sql<Buffer>`substring(${manualFiles.content} from ${start + 1}::int for ${length}::int)`,
    })
    .from(manualFiles)
    .where(eq(manualFiles.sha256, sha256))
  return row?.part ?? null
}

/** Holds a manual until the transaction ends, so that two people cannot publish the same version number. */
export async function lockManual(tx: Transaction, slug: string) {
  const [row] = await tx.select({ id: manuals.id }).from(manuals).where(eq(manuals.slug, slug)).for("update")
  return row ?? null
}

/** Adds a manual without any version; leaves an existing one as it is. */
export async function insertManual(tx: Transaction, row: typeof manuals.$inferInsert): Promise<void> {
  await tx.insert(manuals).values(row).onConflictDoNothing({ target: manuals.slug })
}

/** Keeps a file once, however often it is published. */
export async function insertManualFile(tx: Transaction, sha256: Buffer, content: Buffer): Promise<void> {
  await tx.insert(manualFiles).values({ sha256, content }).onConflictDoNothing()
}

/** Adds a version; the unique index on manual and number refuses a second one. */
export async function insertManualVersion(
  tx: Transaction,
  row: typeof manualVersions.$inferInsert,
): Promise<void> {
  await tx.insert(manualVersions).values(row)
}
