import { ChangeHistory } from "@/components/settings/change-history"
import { DayFields } from "@/components/settings/day-fields"
import { faultAt } from "@/components/settings/setting-faults"
import { Button } from "@/components/ui/button"
import { Checkbox } from "@/components/ui/checkbox"
import type { Fault } from "@/components/ui/error-summary"
import { Notice } from "@/components/ui/notice"
import { SelectField } from "@/components/ui/select-field"
import { formatDate } from "@/lib/i18n/dates"
import type { Locale } from "@/lib/i18n/locale"
import type { Dictionary } from "@/lib/i18n/words"
import { thaidDutyGroups } from "@/lib/signin/rules"

type Duty = { readonly group: (typeof thaidDutyGroups)[number]; readonly from: Date }

type ThaidDutySettingProps = {
  w: Dictionary
  locale: Locale
  mayChange: boolean
  setting: {
    readonly version: number
    readonly now: Date
    readonly hasThaid: boolean
    readonly duties: readonly Duty[]
    readonly changes: readonly {
      readonly version: number
      readonly at: Date
      readonly byTh: string | null
      readonly byEn: string | null
      readonly value: readonly Duty[]
    }[]
  }
  faults: readonly Fault[]
  typed: Readonly<Record<string, string>> | undefined
}

/** Who must sign in by ThaiID and from when: what holds now, the form, and who changed it when. */
export function ThaidDutySetting(props: ThaidDutySettingProps) {
  const { w, locale, mayChange, setting } = props
  const s = w.settings.thaidDuty
  const told = (duties: readonly Duty[]) =>
    duties.length === 0
      ? [s.nobody]
      : duties.map(({ group, from }) =>
          (from <= setting.now ? s.inForce : s.toCome)(s.groups[group], formatDate(from, locale)),
        )
  return (
    <section aria-labelledby="thaid-duty" className="border-t-2 border-ink pt-3">
      <h2 id="thaid-duty">{s.title}</h2>
      <p className="mt-1 max-w-reading text-ink-2">{s.about}</p>
      <div className="my-4 max-w-reading">
        <Notice tone={setting.hasThaid ? "information" : "needs-you"}>
          {setting.hasThaid ? null : <p>{s.isOff}</p>}
          {told(setting.duties).map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </Notice>
      </div>
      {mayChange && (setting.hasThaid || setting.duties.length > 0) ? <ThaidDutyForm {...props} /> : null}
      <ChangeHistory
        w={w}
        locale={locale}
        changes={setting.changes}
        what={({ value }) => told(value).map((sentence) => <p key={sentence}>{sentence}</p>)}
      />
    </section>
  )
}

function ThaidDutyForm({ w, locale, setting, faults, typed }: ThaidDutySettingProps) {
  const s = w.settings.thaidDuty
  const groups = thaidDutyGroups.map((group) => ({ value: group, label: s.groups[group] }))
  const error = faultAt(faults, "thaid-day") ?? faultAt(faults, "thaid-confirmed")
  return (
    <form method="post" action="/api/admin/settings/thaid-duty" className="max-w-reading space-y-3">
      <input type="hidden" name="version" value={setting.version} />
      <SelectField
        name="group"
        id="thaid-group"
        label={s.group}
        options={groups}
        empty={s.groupEmpty}
        defaultValue={typed?.group}
        error={faultAt(faults, "thaid-group")}
      />
      <DayFields
        w={w}
        locale={locale}
        legend={s.legend}
        hint={s.hint}
        error={error}
        shown={typed ?? {}}
        prefix="thaid-"
      />
      <Checkbox name="lifted" id="thaid-lifted" label={s.lifted} hint={s.liftedHint} />
      <Checkbox name="confirmed" id="thaid-confirmed" label={s.confirm} />
      <Button kind="main">{w.settings.save}</Button>
    </form>
  )
}
