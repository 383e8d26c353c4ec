import { Hint } from "@/components/ui/field"
import { SelectField } from "@/components/ui/select-field"
import { TextField } from "@/components/ui/text-field"
import { monthNames } from "@/lib/i18n/dates"
import { digits } from "@/lib/i18n/digits"
import type { Locale } from "@/lib/i18n/locale"
import type { Dictionary } from "@/lib/i18n/words"

type DayBeFieldsProps = {
  w: Dictionary
  locale: Locale
  /** Of the day; also the id of its first field, to which the error summary leads. */
  name: string
  /** Of its first field, where another form of the page has one of that name. */
  id?: string
  legend: string
  hint: string
  error: string | undefined
  value: { readonly day: string; readonly month: string; readonly year: string }
}

/** A day of a paper in three fields; its year is of the Buddhist era in either language, as on the paper. */
export function DayBeFields({ w, locale, name, id = name, legend, hint, error, value }: DayBeFieldsProps) {
  const f = w.orders.form
  const months = monthNames(locale).map((label, at) => ({ value: `${at + 1}`, label }))
  return (
    <fieldset className={error ? "border-l-4 border-lotus pl-3" : ""}>
      <legend className="mb-1 font-semibold">{legend}</legend>
      <Hint>{hint}</Hint>
      {error ? <p className="mb-1.5 font-semibold text-lotus">{error}</p> : null}
      <div className="grid grid-cols-[4.5rem_1fr_6.5rem] gap-3 sm:grid-cols-[5rem_12rem_7rem]">
        <TextField
          name={`${name}Day`}
          id={id}
          label={f.day}
          inputMode="numeric"
          defaultValue={digits(value.day, locale)}
        />
        <SelectField
          name={`${name}Month`}
          id={`${id}Month`}
          label={f.month}
          options={months}
          defaultValue={value.month}
          empty={f.monthEmpty}
        />
        <TextField
          name={`${name}Year`}
          id={`${id}Year`}
          label={f.year}
          inputMode="numeric"
          defaultValue={digits(value.year, locale)}
        />
      </div>
    </fieldset>
  )
}
