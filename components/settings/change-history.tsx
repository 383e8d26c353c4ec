import type { ReactNode } from "react"
import { DataTable } from "@/components/ui/data-table"
import { formatDateTime } from "@/lib/i18n/dates"
import type { Locale } from "@/lib/i18n/locale"
import type { Dictionary } from "@/lib/i18n/words"

type Change = {
  readonly version: number
  readonly at: Date
  readonly byTh: string | null
  readonly byEn: string | null
}

type ChangeHistoryProps<C extends Change> = {
  w: Dictionary
  locale: Locale
  changes: readonly C[]
  what: (change: C) => ReactNode
}

/** Who changed a setting, when, and to what; the newest first. */
export function ChangeHistory<C extends Change>({ w, locale, changes, what }: ChangeHistoryProps<C>) {
  const s = w.settings
  const who = (change: C) =>
    locale === "en" && change.byEn ? (
      change.byEn
    ) : change.byTh ? (
      <span lang="th">{change.byTh}</span>
    ) : (
      s.system
    )
  return (
    <div className="mt-6">
      <h3 className="mb-2">{s.history}</h3>
      {changes.length === 0 ? (
        <p className="text-ink-2">{s.neverChanged}</p>
      ) : (
        <DataTable
          caption={s.history}
          columns={[
            { key: "when", label: s.when, cell: ({ at }: C) => formatDateTime(at, locale) },
            { key: "who", label: s.who, cell: who },
            { key: "what", label: s.what, cell: what },
          ]}
          rows={changes}
          rowKey={({ version }) => `${version}`}
        />
      )}
    </div>
  )
}
