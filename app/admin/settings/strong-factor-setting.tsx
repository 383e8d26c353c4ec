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

type Change = { version: number; at: Date; byTh: string | null; byEn: string | null; value: Date | undefined }

type StrongFactorSettingProps = {
  w: Dictionary
  locale: Locale
  mayChange: boolean
  setting: { version: number; from: Date | undefined; isAsked: boolean; changes: readonly Change[] }
  faults: readonly Fault[]
  typed: Readonly<Record<string, string>> | undefined
}

/** The day from which the consoles want a strong factor: what holds now, the form, and who changed it when. */
export function StrongFactorSetting(props: StrongFactorSettingProps) {
  const { w, locale, mayChange, setting } = props
  const { from, isAsked, changes } = setting
  const s = w.settings.strongFactor
  const state = from ? (isAsked ? s.asked : s.notYet)(formatDate(from, locale)) : s.never
  return (
    <section aria-labelledby="strong-factor" className="border-t-2 border-ink pt-3">
      <h2 id="strong-factor">{s.title}</h2>
      <p className="mt-1 max-w-reading text-ink-2">{s.about}</p>
      <div className="my-4 max-w-reading">
        <Notice tone={isAsked ? "information" : "needs-you"}>{state}</Notice>
      </div>
      {mayChange ? <StrongFactorForm {...props} /> : null}
      <ChangeHistory
        w={w}
        locale={locale}
        changes={changes}
        what={({ value }) => (value ? formatDate(value, locale) : "–")}
      />
    </section>
  )
}

function StrongFactorForm({ w, locale, setting, faults, typed }: StrongFactorSettingProps) {
  const s = w.settings.strongFactor
  const shown = typed ?? (setting.from ? typedDay(setting.from, locale) : {})
  const error = faultAt(faults, "strong-day") ?? faultAt(faults, "strong-confirmed")
  return (
    <form method="post" action="/api/admin/settings/strong-factor" className="max-w-reading space-y-3">
      <input type="hidden" name="version" value={setting.version} />
      <DayFields
        w={w}
        locale={locale}
        legend={s.legend}
        hint={w.settings.secondFactor.hint}
        error={error}
        shown={shown}
        prefix="strong-"
      />
      {setting.isAsked ? (
        <Checkbox name="confirmed" id="strong-confirmed" label={s.confirm} hint={s.confirmHint} />
      ) : null}
      <Button kind="main">{w.settings.save}</Button>
    </form>
  )
}
