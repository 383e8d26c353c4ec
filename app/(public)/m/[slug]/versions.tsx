import { type Column, DataTable } from "@/components/ui/data-table"
import { formatDate } from "@/lib/i18n/dates"
import { digits, formatCount } from "@/lib/i18n/digits"
import type { Locale } from "@/lib/i18n/locale"
import type { Dictionary } from "@/lib/i18n/words"
import { versionPath } from "@/lib/manuals/rules"

type Version = { version: number; publishedAt: Date; note: string; sizeBytes: number }

type VersionsProps = { slug: string; versions: readonly Version[]; w: Dictionary; locale: Locale }

/** Every version of a manual, each at an address of its own for good. */
export function Versions({ slug, versions, w, locale }: VersionsProps) {
  const m = w.manuals
  const newest = versions[0]?.version
  const columns: readonly Column<Version>[] = [
    {
      key: "version",
      label: m.number,
      rowName: true,
      cell: (row) => (
        <>
          {m.version(digits(row.version, locale))}
          {row.version === newest ? <span className="block text-sm text-ink-2">{m.current}</span> : null}
        </>
      ),
    },
    { key: "date", label: m.date, cell: (row) => formatDate(row.publishedAt, locale) },
    { key: "note", label: m.note, cell: (row) => row.note },
    {
      key: "file",
      label: m.file,
      end: true,
      cell: (row) => (
        <a href={versionPath(slug, row.version)} className="nowrap">
          {`PDF ${m.size(formatCount(Math.ceil(row.sizeBytes / 1024), locale))}`}
        </a>
      ),
    },
  ]
  return (
    <section aria-labelledby="versions" className="mt-10">
      <h2 id="versions" className="mb-2">
        {m.versions}
      </h2>
      <DataTable
        caption={m.versions}
        columns={columns}
        rows={versions}
        rowKey={(row) => String(row.version)}
      />
    </section>
  )
}
