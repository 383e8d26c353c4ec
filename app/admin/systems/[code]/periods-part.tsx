import type { ReactNode } from "react"
import { DayBeFields } from "@/components/orders/day-be-fields"
import { shownDay } from "@/components/orders/shown-day"
import { rightName } from "@/components/rights/right-name"
import { Button } from "@/components/ui/button"
import { SelectField } from "@/components/ui/select-field"
import { TextField } from "@/components/ui/text-field"
import { digits } from "@/lib/i18n/digits"
import type { Locale } from "@/lib/i18n/locale"
import type { Dictionary } from "@/lib/i18n/words"
import type { SystemShown } from "@/lib/rights/get-catalogue"

type PartProps = { w: Dictionary; locale: Locale; shown: SystemShown }

/** When the system is open, and for whose work. */
export function PeriodsPart({ w, locale, shown }: PartProps) {
  const p = w.catalogue.periods
  const { past, near, later } = inTime(shown)
  const folds = [
    { rows: later, title: p.later(digits(String(later.length), locale)) },
    { rows: past, title: p.past(digits(String(past.length), locale)) },
  ]
  return (
    <section id="periods" className="mt-10 border-t border-line pt-8" aria-label={p.title}>
      <h2>{p.title}</h2>
      {shown.periods.length === 0 ? <p className="text-ink-2">{p.none}</p> : null}
      <Rows w={w} locale={locale} shown={shown} rows={near} />
      {folds
        .filter(({ rows }) => rows.length > 0)
        .map(({ rows, title }) => (
          <details key={title} className="border-b border-line py-2 last:border-b-0">
            <summary className="cursor-pointer py-1">{title}</summary>
            <Rows w={w} locale={locale} shown={shown} rows={rows} />
          </details>
        ))}
      {shown.canManage ? <AddForms w={w} locale={locale} shown={shown} /> : null}
    </section>
  )
}

type Period = SystemShown["periods"][number]

/** Those that run and that come next are what somebody looks for; years of others would hide them. */
function inTime({ periods, today }: SystemShown) {
  const past = periods.filter(({ closesOn }) => closesOn < today)
  const coming = periods.filter(({ opensOn }) => opensOn > today)
  const next = coming.map(({ opensOn }) => opensOn).toSorted()[0]
  const later = coming.filter(({ opensOn }) => opensOn !== next)
  return { past, later, near: periods.filter((one) => !past.includes(one) && !later.includes(one)) }
}

function Rows({ w, locale, shown, rows }: PartProps & { rows: readonly Period[] }) {
  const p = w.catalogue.periods
  return (
    <ul>
      {rows.map((period) => (
        <li
          key={period.id}
          className="flex items-center justify-between gap-x-4 gap-y-1 border-b border-line py-2 last:border-b-0"
        >
          <span>
            {rightName(locale, period)}
            <span className="block text-sm text-ink-2">
              {p.fromTo(shownDay(period.opensOn, locale), shownDay(period.closesOn, locale))}{" "}
              {p.scopes[period.scope]}
            </span>
          </span>
          {shown.canManage ? (
            <form method="post" action="/api/admin/systems/periods/remove" className="shrink-0">
              <Hidden shown={shown} />
              <input type="hidden" name="periodId" value={period.id} />
              <Button>
                {p.remove}
                <span className="sr-only">{rightName(locale, period)}</span>
              </Button>
            </form>
          ) : null}
        </li>
      ))}
    </ul>
  )
}

function Hidden({ shown }: { shown: SystemShown }) {
  return (
    <>
      <input type="hidden" name="code" value={shown.system.code} />
      <input type="hidden" name="version" value={shown.system.version} />
    </>
  )
}

function Fold({ title, children }: { title: string; children: ReactNode }) {
  return (
    <details className="border-b border-line py-2 last:border-b-0">
      <summary className="cursor-pointer py-1 font-semibold">{title}</summary>
      {children}
    </details>
  )
}

function AddForms({ w, locale, shown }: PartProps) {
  const p = w.catalogue.periods
  const none = { day: "", month: "", year: "" }
  const day = (name: "opensOn" | "closesOn") => (
    <DayBeFields
      w={w}
      locale={locale}
      name={name}
      legend={p[name]}
      hint={p.dayHint}
      error={undefined}
      value={none}
    />
  )
  return (
    <>
      <Fold title={p.quartersTitle}>
        <form method="post" action="/api/admin/systems/periods/quarters" className="space-y-3 py-3">
          <Hidden shown={shown} />
          <TextField name="year" label={p.year} hint={p.yearHint} inputMode="numeric" className="max-w-40" />
          <Button>{p.addQuarters}</Button>
        </form>
      </Fold>
      <Fold title={p.addTitle}>
        <form method="post" action="/api/admin/systems/periods" className="space-y-3 py-3">
          <Hidden shown={shown} />
          <TextField name="nameTh" id="period-nameTh" label={p.nameTh} />
          <TextField name="nameEn" id="period-nameEn" label={p.nameEn} />
          <SelectField
            name="scope"
            label={p.scope}
            options={Object.entries(p.scopes).map(([value, label]) => ({ value, label }))}
          />
          {day("opensOn")}
          {day("closesOn")}
          <Button>{p.add}</Button>
        </form>
      </Fold>
    </>
  )
}
