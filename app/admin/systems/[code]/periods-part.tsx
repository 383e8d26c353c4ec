import { DayBeFields } from "@/components/orders/day-be-fields"
import { shownDay } from "@/components/orders/shown-day"
import { rightName } from "@/components/rights/right-name"
import { Button } from "@/components/ui/button"
import { SelectField } from "@/components/ui/select-field"
import { TextField } from "@/components/ui/text-field"
import type { Locale } from "@/lib/i18n/locale"
import type { Dictionary } from "@/lib/i18n/words"
import type { SystemShown } from "@/lib/rights/get-catalogue"

type PartProps = { w: Dictionary; locale: Locale; shown: SystemShown }

/** When the system is open, and for whose work. */
export function PeriodsPart({ w, locale, shown }: PartProps) {
  const p = w.catalogue.periods
  return (
    <section className="mt-10" aria-label={p.title}>
      <h2>{p.title}</h2>
      {shown.periods.length === 0 ? <p className="text-ink-2">{p.none}</p> : null}
      <ul>
        {shown.periods.map((period) => (
          <li
            key={period.id}
            className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 border-b border-line py-2"
          >
            <span>
              {rightName(locale, period)}
              <span className="block text-sm text-ink-2">
                {p.fromTo(shownDay(period.opensOn, locale), shownDay(period.closesOn, locale))}{" "}
                {p.scopes[period.scope]}
              </span>
            </span>
            {shown.canManage ? (
              <form method="post" action="/api/admin/systems/periods/remove">
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
      {shown.canManage ? <AddForms w={w} locale={locale} shown={shown} /> : null}
    </section>
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
      <form method="post" action="/api/admin/systems/periods/quarters" className="mt-6 space-y-3">
        <h3>{p.quartersTitle}</h3>
        <Hidden shown={shown} />
        <TextField name="year" label={p.year} hint={p.yearHint} inputMode="numeric" className="max-w-40" />
        <Button>{p.addQuarters}</Button>
      </form>
      <form method="post" action="/api/admin/systems/periods" className="mt-6 space-y-3">
        <h3>{p.addTitle}</h3>
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
    </>
  )
}
