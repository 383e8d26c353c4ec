import { Button } from "@/components/ui/button"
import { Chip } from "@/components/ui/chip"
import { EmptyState } from "@/components/ui/empty-state"
import { Pagination } from "@/components/ui/pagination"
import { TextField } from "@/components/ui/text-field"
import { nameIn, placeIn } from "@/components/units/unit-names"
import { formatCount } from "@/lib/i18n/digits"
import type { Locale } from "@/lib/i18n/locale"
import type { Dictionary } from "@/lib/i18n/words"
import { maxQueryLength, unitsPerPage } from "@/lib/units/rules"
import type { searchUnits } from "@/lib/units/search-units"

type Answer = Extract<Awaited<ReturnType<(typeof searchUnits)["run"]>>, { readonly ok: true }>["value"]
type Hits = NonNullable<Answer["hits"]>

type UnitLookupProps = {
  w: Dictionary
  locale: Locale
  q: string
  page: number
  hits: Hits | null
  error: string | undefined
}

/** Which code a unit has, and whether anybody has registered there. */
export function UnitLookup({ w, locale, q, page, hits, error }: UnitLookupProps) {
  const l = w.activation.lookup
  return (
    <section aria-labelledby="lookup">
      <h2 id="lookup" className="mb-3">
        {l.title}
      </h2>
      <search>
        <form method="get" action="/activate" className="mb-5 space-y-3">
          <TextField
            name="q"
            type="search"
            label={l.query}
            defaultValue={q}
            error={error}
            maxLength={maxQueryLength}
            spellCheck={false}
          />
          <Button>{l.find}</Button>
        </form>
      </search>
      {hits ? <Found w={w} locale={locale} q={q} page={page} hits={hits} /> : null}
    </section>
  )
}

function Found({ w, locale, q, page, hits }: Omit<UnitLookupProps, "error"> & { hits: Hits }) {
  const l = w.activation.lookup
  if (hits.units.length === 0)
    return (
      <EmptyState title={l.none}>
        <p>{l.noneBody}</p>
      </EmptyState>
    )
  return (
    <>
      <p role="status" className="mb-2 text-sm text-ink-2">
        {l.count(formatCount(hits.total, locale))}
      </p>
      <ul aria-label={l.caption} className="border-t border-line">
        {hits.units.map((unit) => (
          <UnitLine key={unit.code} w={w} locale={locale} unit={unit} />
        ))}
      </ul>
      <Pages w={w} locale={locale} q={q} page={page} hits={hits} />
    </>
  )
}

function UnitLine({ w, locale, unit }: { w: Dictionary; locale: Locale; unit: Hits["units"][number] }) {
  const l = w.activation.lookup
  const name = nameIn(locale, unit)
  const isEmpty = unit.admins.length === 0
  return (
    <li className="flex flex-wrap items-start justify-between gap-x-6 gap-y-1 border-b border-line py-3">
      <div>
        <p className="font-semibold">{name}</p>
        <p className="text-sm text-ink-2">{placeIn(locale, unit)}</p>
        <p className="text-sm">
          {`${l.code} `}
          <b className="tabular-nums">{unit.code}</b>
        </p>
      </div>
      <div className="sm:text-right">
        <Chip tone={isEmpty ? "needs-you" : "done"}>{isEmpty ? l.nobody : l.hasAdmin}</Chip>
        <p className="mt-1 text-sm">
          {isEmpty ? (
            <a href={`/activate?unit=${unit.code}`} aria-label={l.takeCodeOf(name)}>
              {l.takeCode}
            </a>
          ) : (
            <a href={`/admins/${unit.code}`} aria-label={l.seeAdminsOf(name)}>
              {l.seeAdmins}
            </a>
          )}
        </p>
      </div>
    </li>
  )
}

function Pages({ w, locale, q, page, hits }: Omit<UnitLookupProps, "error"> & { hits: Hits }) {
  const last = Math.ceil(hits.total / unitsPerPage)
  if (hits.isGuess || last <= 1) return null
  const to = (target: number, label: string) => ({
    href: `/activate?${new URLSearchParams({ q, page: String(target) })}`,
    label,
  })
  return (
    <Pagination
      label={w.ui.pages.label}
      position={w.ui.pages.at(formatCount(page, locale), formatCount(last, locale))}
      previous={page > 1 ? to(page - 1, w.ui.pages.previous) : undefined}
      next={page < last ? to(page + 1, w.ui.pages.next) : undefined}
    />
  )
}
