import { Button } from "@/components/ui/button"
import { Checkbox } from "@/components/ui/checkbox"
import type { Fault } from "@/components/ui/error-summary"
import { Hint } from "@/components/ui/field"
import { Notice } from "@/components/ui/notice"
import { SelectField } from "@/components/ui/select-field"
import { TextField } from "@/components/ui/text-field"
import { formatDate, monthNames } from "@/lib/i18n/dates"
import { digits } from "@/lib/i18n/digits"
import type { Locale } from "@/lib/i18n/locale"
import { typedDay } from "@/lib/i18n/typed-day"
import type { Dictionary } from "@/lib/i18n/words"
import { ChangeHistory } from "./change-history"
import { faultAt } from "./setting-faults"

type Setting = {
  version: number
  from: Date | undefined
  isAsked: boolean
  changes: readonly {
    version: number
    at: Date
    byTh: string | null
    byEn: string | null
    value: Date | undefined
  }[]
}

type SecondFactorSettingProps = {
  w: Dictionary
  locale: Locale
  mayChange: boolean
  setting: Setting
  faults: readonly Fault[]
  typed: Readonly<Record<string, string>> | undefined
}

/** The day from which the second factor is asked: what holds now, the form, and who changed it when. */
export function SecondFactorSetting(props: SecondFactorSettingProps) {
  const { w, locale, mayChange, setting } = props
  const s = w.settings.secondFactor
  return (
    <section aria-labelledby="second-factor" className="border-t-2 border-ink pt-3">
      <h2 id="second-factor">{s.title}</h2>
      <p className="mt-1 max-w-reading text-ink-2">{s.about}</p>
      <div className="my-4 max-w-reading">
        <Notice tone={setting.isAsked ? "information" : "needs-you"}>{stateOf(setting, w, locale)}</Notice>
      </div>
      {mayChange ? <SecondFactorForm {...props} /> : null}
      <ChangeHistory
        w={w}
        locale={locale}
        changes={setting.changes}
        what={({ value }) => (value ? formatDate(value, locale) : "–")}
      />
    </section>
  )
}

function stateOf({ from, isAsked }: Setting, w: Dictionary, locale: Locale): string {
  const s = w.settings.secondFactor
  if (!from) return s.askedAlways
  return isAsked ? s.asked(formatDate(from, locale)) : s.notYet(formatDate(from, locale))
}

function SecondFactorForm({ w, locale, setting, faults, typed }: SecondFactorSettingProps) {
  const s = w.settings.secondFactor
  const shown = typed ?? (setting.from ? typedDay(setting.from, locale) : {})
  const error = faultAt(faults, "day") ?? faultAt(faults, "confirmed")
  const months = monthNames(locale).map((label, at) => ({ value: `${at + 1}`, label }))
  return (
    <form method="post" action="/api/admin/settings/second-factor" className="max-w-reading space-y-3">
      <input type="hidden" name="version" value={setting.version} />
      <fieldset className={error ? "border-l-4 border-lotus pl-3" : ""}>
        <legend className="mb-1 font-semibold">{s.legend}</legend>
        <Hint>{s.hint}</Hint>
        {error ? <p className="mb-1.5 font-semibold text-lotus">{error}</p> : null}
        <div className="grid gap-3 sm:grid-cols-[5rem_12rem_7rem]">
          <TextField
            name="day"
            label={s.day}
            inputMode="numeric"
            defaultValue={digits(shown.day ?? "", locale)}
          />
          <SelectField
            name="month"
            label={s.month}
            options={months}
            defaultValue={shown.month}
            empty={s.monthEmpty}
          />
          <TextField
            name="year"
            label={s.year}
            inputMode="numeric"
            defaultValue={digits(shown.year ?? "", locale)}
          />
        </div>
      </fieldset>
      <Checkbox name="confirmed" label={s.confirm} hint={s.confirmHint} />
      <Button kind="main">{w.settings.save}</Button>
    </form>
  )
}
