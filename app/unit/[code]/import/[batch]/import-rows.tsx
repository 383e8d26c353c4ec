import { DataTable } from "@/components/ui/data-table"
import { digits } from "@/lib/i18n/digits"
import type { Locale } from "@/lib/i18n/locale"
import type { Dictionary } from "@/lib/i18n/words"
import { rowTexts } from "@/lib/imports/fault-text"
import type { ImportShown } from "@/lib/imports/get-import"

type ImportRowsProps = { w: Dictionary; locale: Locale; path: string; shown: ImportShown }

/** The rows of the workbook, with what is wrong in each cell. */
export function ImportRows({ w, locale, path, shown }: ImportRowsProps) {
  const i = w.imports
  const { batch, rows, next, isFirst, show } = shown
  if (rows.length === 0) return <p className="mt-4">{i.noRows}</p>
  const stateOf = ({ plan, state }: Row) =>
    plan === "refuse" || state === "waiting" ? (
      "–"
    ) : (
      <span className="whitespace-nowrap">{i.rowStates[state]}</span>
    )
  const to = (after: number) => {
    const query = new URLSearchParams({ ...(show ? { show } : {}), after: String(after) })
    return `${path}?${query}`
  }
  return (
    <div className="mt-4">
      <DataTable
        caption={i.tableCaption}
        rows={rows}
        rowKey={(row) => String(row.number)}
        columns={[
          { key: "row", label: i.table.row, cell: (row) => digits(row.number, locale) },
          {
            key: "person",
            label: i.table.person,
            rowName: true,
            cell: (row) => <Person row={row} locale={locale} />,
          },
          {
            key: "plan",
            label: i.table.plan,
            cell: (row) => <span className="whitespace-nowrap">{i.plans[row.plan]}</span>,
          },
          // before it is applied there is no result of any row
          ...(batch.state === "judged" ? [] : [{ key: "state", label: i.table.state, cell: stateOf }]),
          { key: "why", label: i.table.why, cell: (row) => <Why row={row} w={w} locale={locale} /> },
        ]}
      />
      <p className="screen-only mt-4 flex gap-6">
        {isFirst ? null : <a href={show ? `${path}?show=${show}` : path}>{i.first}</a>}
        {next === undefined ? null : <a href={to(next)}>{i.next}</a>}
      </p>
    </div>
  )
}

type Row = ImportShown["rows"][number]

function Person({ row, locale }: { row: Row; locale: Locale }) {
  return (
    <>
      <span lang="th">{row.name || "–"}</span>
      <span className="block whitespace-nowrap text-sm text-ink-2">{digits(row.nationalId, locale)}</span>
    </>
  )
}

function Why({ row, w, locale }: { row: Row; w: Dictionary; locale: Locale }) {
  const texts = [
    ...(row.rolesState === "none" ? [] : [w.imports.rolesStates[row.rolesState]]),
    ...rowTexts(row, locale),
  ]
  if (texts.length === 0) return "–"
  return (
    <ul>
      {texts.map((text) => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  )
}
