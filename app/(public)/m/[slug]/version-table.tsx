import { versionFacts } from "@/components/manuals/version-facts"
import { type Column, DataTable } from "@/components/ui/data-table"
import { digits } from "@/lib/i18n/digits"
import type { Locale } from "@/lib/i18n/locale"
import type { Dictionary } from "@/lib/i18n/words"
import { versionPath } from "@/lib/manuals/rules"
import type { ManualVersionView, ManualView } from "@/lib/manuals/view"

type VersionTableProps = { manual: ManualView; w: Dictionary; locale: Locale }

/** Every version there has been; each stays downloadable under its own address. */
export function VersionTable({ manual, w, locale }: VersionTableProps) {
  const m = w.manuals
  const columns: readonly Column<ManualVersionView>[] = [
    {
      key: "version",
      label: m.versionName,
      rowName: true,
      cell: (row) => (
        <>
          <a href={versionPath(manual.slug, row.version)}>{m.version(digits(row.version, locale))}</a>
          {row === manual.current ? <span className="ml-2 text-sm text-ink-2">{m.current}</span> : null}
        </>
      ),
    },
    { key: "date", label: m.date, cell: (row) => versionFacts(row, w, locale).date },
    { key: "note", label: m.note, cell: (row) => row.note },
    { key: "pages", label: m.pageCount, end: true, cell: (row) => versionFacts(row, w, locale).pages },
    { key: "size", label: m.size, end: true, cell: (row) => versionFacts(row, w, locale).size },
  ]
  return (
    <section aria-labelledby="versions" className="mt-10">
      <h2 id="versions" className="mb-2">
        {m.versions}
      </h2>
      <DataTable
        caption={m.versions}
        columns={columns}
        rows={[manual.current, ...manual.older]}
        rowKey={(row) => String(row.version)}
      />
    </section>
  )
}
