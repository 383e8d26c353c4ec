import { Hint } from "@/components/ui/field"
import { SelectField } from "@/components/ui/select-field"
import { TextField } from "@/components/ui/text-field"
import { monthNames } from "@/lib/i18n/dates"
import { digits } from "@/lib/i18n/digits"
import type { Locale } from "@/lib/i18n/locale"
import type { Dictionary } from "@/lib/i18n/words"

type DayFieldsProps = {
  w: Dictionary
  locale: Locale
  legend: string
  hint: string
  error: string | undefined
  shown: { readonly day?: string; readonly month?: string; readonly year?: string }
  /** Sets the ids of this form's fields apart from those of the page's others. */
  prefix?: string
}

/** A day in three fields: day, month, and the year of the reader's era. */
export function DayFields({ w, locale, legend, hint, error, shown, prefix = "" }: DayFieldsProps) {
  const s = w.settings.secondFactor
  const months = monthNames(locale).map((label, at) => ({ value: `${at + 1}`, label }))
  const numeric = (name: "day" | "year") => ({
    name,
    id: `${prefix}${name}`,
    label: s[name],
    inputMode: "numeric" as const,
    defaultValue: digits(shown[name] ?? "", locale),
  })
  return (
    <fieldset className={error ? "border-l-4 border-lotus pl-3" : ""}>
      <legend className="mb-1 font-semibold">{legend}</legend>
      <Hint>{hint}</Hint>
      {error ? <p className="mb-1.5 font-semibold text-lotus">{error}</p> : null}
      <div className="grid gap-3 sm:grid-cols-[5rem_12rem_7rem]">
        <TextField {...numeric("day")} />
        <SelectField
          name="month"
          id={`${prefix}month`}
          label={s.month}
          options={months}
          defaultValue={shown.month}
          empty={s.monthEmpty}
        />
        <TextField {...numeric("year")} />
      </div>
    </fieldset>
  )
}
