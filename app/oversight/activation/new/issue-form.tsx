import { Button } from "@/components/ui/button"
import { DataTable } from "@/components/ui/data-table"
import { nameIn, placeIn } from "@/components/units/unit-names"
import type { getEmptyUnits } from "@/lib/activation/get-empty-units"
import { formatShortDate } from "@/lib/i18n/dates"
import { formatCount } from "@/lib/i18n/digits"
import type { Locale } from "@/lib/i18n/locale"
import type { Dictionary } from "@/lib/i18n/words"

type Empty = Extract<Awaited<ReturnType<(typeof getEmptyUnits)["run"]>>, { readonly ok: true }>["value"]
type Line = Empty["lines"][number]

/** The units with a box each, and two buttons: for those ticked, or for all that have no code. */
export function IssueForm({ w, locale, empty }: { w: Dictionary; locale: Locale; empty: Empty }) {
  const i = w.activation.issue
  const { filters, lines, withoutCode, canAll } = empty
  const columns = [
    {
      key: "choose",
      label: i.choose,
      cell: (line: Line) => (
        <input
          type="checkbox"
          className="box"
          name={`unit-${line.code}`}
          value="1"
          aria-label={i.chooseNamed(nameIn(locale, line))}
        />
      ),
    },
    {
      key: "unit",
      label: i.columns.unit,
      rowName: true,
      cell: (line: Line) => (
        <>
          {nameIn(locale, line)}
          <span className="block text-sm font-normal text-ink-2">{line.code}</span>
        </>
      ),
    },
    { key: "place", label: i.columns.place, cell: (line: Line) => placeIn(locale, line) },
    {
      key: "code",
      label: i.columns.code,
      cell: (line: Line) =>
        line.goodUntil ? i.goodUntil(formatShortDate(line.goodUntil, locale)) : i.noCode,
    },
  ]
  return (
    <form method="post" action="/api/oversight/activation">
      <input type="hidden" name="q" value={filters.q} />
      <input type="hidden" name="province" value={filters.province} />
      <DataTable caption={i.caption} columns={columns} rows={lines} rowKey={(line) => line.code} />
      <div className="mt-5 flex flex-wrap gap-3">
        <Button kind="main" name="which" value="chosen">
          {i.issueChosen}
        </Button>
        {withoutCode > 0 && canAll ? (
          <Button name="which" value="all">
            {i.issueAll(formatCount(withoutCode, locale))}
          </Button>
        ) : null}
      </div>
      {canAll ? null : <p className="mt-3 text-sm text-ink-2">{i.tooMany}</p>}
    </form>
  )
}
