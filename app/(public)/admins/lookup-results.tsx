import { EmptyState } from "@/components/ui/empty-state"
import { Notice } from "@/components/ui/notice"
import { Pagination } from "@/components/ui/pagination"
import { formatDateTime } from "@/lib/i18n/dates"
import { formatCount } from "@/lib/i18n/digits"
import type { Locale } from "@/lib/i18n/locale"
import type { Dictionary } from "@/lib/i18n/words"
import { unitsPerPage } from "@/lib/units/rules"
import type { UnitFilters } from "@/lib/units/schema"
import { addressOf } from "./address"
import { type ShownUnit, UnitTable } from "./unit-table"

type Hits = { units: readonly ShownUnit[]; total: number; isGuess: boolean; asOf: Date }
type LookupResultsProps = { w: Dictionary; locale: Locale; filters: UnitFilters; hits: Hits }

/** What was found, or what to do when nothing was. */
export function LookupResults({ w, locale, filters, hits }: LookupResultsProps) {
  const l = w.units.lookup
  if (hits.units.length === 0) return <Nothing w={w} filters={filters} isPastEnd={hits.total > 0} />
  return (
    <section aria-labelledby="results">
      <div className="mb-3 flex flex-wrap items-baseline justify-between gap-x-6">
        <h2 id="results">{l.count(formatCount(hits.total, locale))}</h2>
        <p className="text-sm text-ink-2">{l.asOf(formatDateTime(hits.asOf, locale))}</p>
      </div>
      {hits.isGuess ? <Notice tone="information">{l.guess}</Notice> : null}
      <UnitTable w={w} locale={locale} units={hits.units} />
      {hits.isGuess ? null : <Pages w={w} locale={locale} filters={filters} total={hits.total} />}
      {filters.district ? (
        <p className="mt-6">
          <a href={`/admins/print?district=${filters.district}`}>{l.print}</a>
        </p>
      ) : null}
    </section>
  )
}

function Nothing({ w, filters, isPastEnd }: { w: Dictionary; filters: UnitFilters; isPastEnd: boolean }) {
  const l = w.units.lookup
  return (
    <EmptyState title={isPastEnd ? l.pastEnd : l.none}>
      {isPastEnd ? null : <p>{l.noneBody}</p>}
      <p>
        <a href={isPastEnd ? addressOf(filters, 1) : "/admins"}>{isPastEnd ? l.firstPage : l.clear}</a>
      </p>
    </EmptyState>
  )
}

type PagesProps = { w: Dictionary; locale: Locale; filters: UnitFilters; total: number }

function Pages({ w, locale, filters, total }: PagesProps) {
  const last = Math.ceil(total / unitsPerPage)
  if (last <= 1) return null
  const { page } = filters
  const to = (target: number, label: string) => ({ href: addressOf(filters, target), label })
  return (
    <Pagination
      label={w.ui.pages.label}
      position={w.ui.pages.at(formatCount(page, locale), formatCount(last, locale))}
      previous={page > 1 ? to(page - 1, w.ui.pages.previous) : undefined}
      next={page < last ? to(page + 1, w.ui.pages.next) : undefined}
    />
  )
}
