import { ChangeHistory } from "@/components/settings/change-history"
import { DayFields } from "@/components/settings/day-fields"
import { faultAt } from "@/components/settings/setting-faults"
import { Button } from "@/components/ui/button"
import { Checkbox } from "@/components/ui/checkbox"
import type { Fault } from "@/components/ui/error-summary"
import { Notice } from "@/components/ui/notice"
import { formatDate } from "@/lib/i18n/dates"
import type { Locale } from "@/lib/i18n/locale"
import { typedDay } from "@/lib/i18n/typed-day"
import type { Dictionary } from "@/lib/i18n/words"

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
  return (
    <form method="post" action="/api/admin/settings/second-factor" className="max-w-reading space-y-3">
      <input type="hidden" name="version" value={setting.version} />
      <DayFields w={w} locale={locale} legend={s.legend} hint={s.hint} error={error} shown={shown} />
      <Checkbox name="confirmed" label={s.confirm} hint={s.confirmHint} />
      <Button kind="main">{w.settings.save}</Button>
    </form>
  )
}
