import { Button } from "@/components/ui/button"
import { DataTable } from "@/components/ui/data-table"
import type { ListedDay } from "@/lib/cases/get-holidays"
import { formatDate } from "@/lib/i18n/dates"
import type { Locale } from "@/lib/i18n/locale"
import type { Dictionary } from "@/lib/i18n/words"

type DaysOfYearProps = {
  w: Dictionary
  locale: Locale
  days: readonly ListedDay[]
  version: number
  mayChange: boolean
}

/** The days off of a year: those of the calendar, dropped or not, and those that were added. */
export function DaysOfYear({ w, locale, days, version, mayChange }: DaysOfYearProps) {
  const h = w.settings.holidays
  const noon = (day: string) => new Date(`${day}T12:00:00+07:00`)
  const nameOf = ({ nameTh, nameEn, isSubstitute, isAdded }: ListedDay) => {
    if (isSubstitute) return h.substitute
    return <span lang={isAdded ? "th" : locale}>{locale === "th" ? nameTh : nameEn}</span>
  }
  const kindOf = ({ isAdded, isDropped }: ListedDay) => (
    <span className={isDropped ? "" : "md:whitespace-nowrap"}>
      {isAdded ? h.added : isDropped ? h.dropped : h.fixed}
    </span>
  )
  const dateOf = ({ day }: ListedDay) => (
    <span className="md:whitespace-nowrap">{formatDate(noon(day), locale)}</span>
  )
  const actOf = (day: ListedDay) => {
    const act = day.isAdded ? "remove" : day.isDropped ? "keep" : "drop"
    return (
      <form method="post" action="/api/admin/settings/holidays">
        <input type="hidden" name="act" value={act} />
        <input type="hidden" name="version" value={version} />
        <input type="hidden" name="date" value={day.day} />
        <Button>
          <span className="md:whitespace-nowrap">{h.acts[act]}</span>{" "}
          <span className="sr-only">{formatDate(noon(day.day), locale)}</span>
        </Button>
      </form>
    )
  }
  return (
    <DataTable
      caption={h.title}
      columns={[
        {
          key: "day",
          label: h.day,
          rowName: true,
          cell: dateOf,
        },
        { key: "name", label: h.name, cell: nameOf },
        { key: "kind", label: h.kind, cell: kindOf },
        ...(mayChange ? [{ key: "act", label: h.change, cell: actOf }] : []),
      ]}
      rows={days}
      rowKey={({ day }) => day}
    />
  )
}
