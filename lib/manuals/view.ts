import "server-only"
import type { listVersionsOf } from "@/db/queries/manuals"

type VersionRow = Awaited<ReturnType<typeof listVersionsOf>>[number]

/** A version as people see it. */
export type ManualVersionView = {
  readonly version: number
  readonly publishedAt: Date
  readonly note: string
  readonly sizeBytes: number
  readonly pages: number | null
}

/** A manual as people see it: in both languages, its newest version apart from the older ones (newest first). */
export type ManualView = {
  readonly slug: string
  readonly title: { readonly th: string; readonly en: string }
  readonly summary: { readonly th: string; readonly en: string }
  readonly current: ManualVersionView
  readonly older: readonly ManualVersionView[]
}

/** Rows of one manual, newest version first, as its view. */
export function viewOf(rows: readonly VersionRow[]): ManualView | null {
  const [newest, ...older] = rows
  if (!newest) return null
  const { slug, titleTh, titleEn, summaryTh, summaryEn } = newest.manual
  return {
    slug,
    title: { th: titleTh, en: titleEn },
    summary: { th: summaryTh, en: summaryEn },
    current: versionView(newest),
    older: older.map(versionView),
  }
}

function versionView({ version: row }: VersionRow): ManualVersionView {
  const { version, publishedAt, note, sizeBytes, pages } = row
  return { version, publishedAt, note, sizeBytes, pages }
}
