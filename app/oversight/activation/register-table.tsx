import { Chip } from "@/components/ui/chip"
import { DataTable } from "@/components/ui/data-table"
import { nameIn } from "@/components/units/unit-names"
import type { getRegister } from "@/lib/activation/get-register"
import { formatDateTime, formatShortDate } from "@/lib/i18n/dates"
import type { Locale } from "@/lib/i18n/locale"
import type { Dictionary } from "@/lib/i18n/words"

type Answer = Extract<Awaited<ReturnType<(typeof getRegister)["run"]>>, { readonly ok: true }>["value"]
type Line = Answer["lines"][number]

const tones = { issued: "needs-you", used: "done", expired: "plain", superseded: "plain" } as const

/** What became of each code: for whom, by whom, until when, and whether its letter was printed. */
export function RegisterTable({
  w,
  locale,
  lines,
}: {
  w: Dictionary
  locale: Locale
  lines: readonly Line[]
}) {
  const o = w.activation.office
  const columns = [
    {
      key: "unit",
      label: o.columns.unit,
      rowName: true,
      cell: (line: Line) => (
        <>
          {nameIn(locale, line)}
          <span className="block text-sm font-normal text-ink-2">{line.unitCode}</span>
        </>
      ),
    },
    {
      key: "state",
      label: o.columns.state,
      cell: (line: Line) => (
        <div>
          <Chip tone={tones[line.state]}>{o.states[line.state]}</Chip>
          {line.usedAt ? (
            <span className="mt-1 block text-sm">{o.usedAt(formatShortDate(line.usedAt, locale))}</span>
          ) : null}
          {line.order ? (
            <a className="block text-sm" href={`/unit/${line.unitCode}/orders/${line.order}`}>
              {line.order}
            </a>
          ) : null}
        </div>
      ),
    },
    {
      key: "issued",
      label: o.columns.issued,
      cell: (line: Line) => (
        <div>
          {formatDateTime(line.issuedAt, locale)}
          <span className="block text-sm text-ink-2" lang="th">
            {line.issuedBy}
          </span>
        </div>
      ),
    },
    {
      key: "until",
      label: o.columns.until,
      cell: (line: Line) => formatShortDate(line.expiresAt, locale),
    },
    {
      key: "letter",
      label: o.columns.letter,
      cell: (line: Line) => <Letter w={w} locale={locale} line={line} />,
    },
  ]
  return <DataTable caption={o.caption} columns={columns} rows={lines} rowKey={(line) => line.id} />
}

function Letter({ w, locale, line }: { w: Dictionary; locale: Locale; line: Line }) {
  const o = w.activation.office
  if (line.run && line.state === "issued")
    return (
      <a href={`/oversight/activation/runs/${line.run}`} aria-label={o.printOf(nameIn(locale, line))}>
        {o.print}
      </a>
    )
  return line.printedAt ? o.printed(formatShortDate(line.printedAt, locale)) : "–"
}
