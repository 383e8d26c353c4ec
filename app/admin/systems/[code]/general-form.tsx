import { DayBeFields } from "@/components/orders/day-be-fields"
import { Button } from "@/components/ui/button"
import { Checkbox } from "@/components/ui/checkbox"
import type { Fault } from "@/components/ui/error-summary"
import { Hint } from "@/components/ui/field"
import { SelectField } from "@/components/ui/select-field"
import { TextField } from "@/components/ui/text-field"
import { typedDay } from "@/lib/http/typed-day"
import type { Locale } from "@/lib/i18n/locale"
import type { Dictionary } from "@/lib/i18n/words"
import { shownDayBe } from "@/lib/orders/typed-day-be"
import type { SystemShown } from "@/lib/rights/get-catalogue"

type GeneralFormProps = {
  w: Dictionary
  locale: Locale
  shown: SystemShown
  faults: readonly Fault[]
  typed: Readonly<Record<string, string>> | undefined
}

const lines = [
  "nameTh",
  "nameEn",
  "purposeTh",
  "purposeEn",
  "contactName",
  "contactTelephone",
  "contactEmail",
] as const

/** Names, contact, state, who may use the system, and the announcement at its tile. */
export function GeneralForm({ w, locale, shown, faults, typed }: GeneralFormProps) {
  const g = w.catalogue.general
  const { system } = shown
  const errorAt = (field: string) => faults.find((fault) => fault.field === field)?.text
  const line = (name: (typeof lines)[number] | "announcementTh" | "announcementEn") => (
    <TextField
      key={name}
      name={name}
      label={g[name]}
      error={errorAt(name)}
      defaultValue={typed?.[name] ?? system[name]}
    />
  )
  const until = shownDayBe(system.announcementUntil)
  return (
    <form id="general" method="post" action="/api/admin/systems" className="mt-8 space-y-4">
      <h2>{g.title}</h2>
      <input type="hidden" name="code" value={system.code} />
      <input type="hidden" name="version" value={system.version} />
      <fieldset disabled={!shown.canManage} className="space-y-4">
        {lines.map((name) => line(name))}
        <SelectField
          name="state"
          label={g.state}
          hint={g.stateHint}
          defaultValue={typed?.state ?? system.state}
          options={Object.entries(w.catalogue.states).map(([value, label]) => ({ value, label }))}
        />
        <Kinds w={w} chosen={typed ? kindsOf(typed) : (system.openToKinds ?? [])} />
        <TextField
          name="provinces"
          label={g.provinces}
          hint={g.provincesHint}
          error={errorAt("provinces")}
          defaultValue={typed?.provinces ?? (system.openToProvinces ?? []).join(" ")}
        />
        <Checkbox
          name="isNamedOnly"
          label={g.isNamedOnly}
          defaultChecked={typed ? typed.isNamedOnly === "1" : system.isNamedOnly}
        />
        <Checkbox
          name="allowsConflicts"
          label={g.allowsConflicts}
          defaultChecked={typed ? typed.allowsConflicts === "1" : system.allowsConflicts}
        />
        {line("announcementTh")}
        {line("announcementEn")}
        <DayBeFields
          w={w}
          locale={locale}
          name="until"
          legend={g.until}
          hint={g.untilHint}
          error={errorAt("announcementUntil")}
          value={typed ? typedDay(typed, "until") : until}
        />
        {errorAt("confirmed") ? <Checkbox name="confirmed" label={g.confirmed} /> : null}
        {shown.canManage ? <Button kind="main">{g.save}</Button> : null}
      </fieldset>
    </form>
  )
}

const kindsOf = (typed: Readonly<Record<string, string>>) =>
  Object.keys(typed).flatMap((name) => (name.startsWith("kind_") ? [name.slice(5)] : []))

function Kinds({ w, chosen }: { w: Dictionary; chosen: readonly string[] }) {
  const g = w.catalogue.general
  return (
    <fieldset>
      <legend className="font-semibold">{g.kinds}</legend>
      <Hint>{g.kindsHint}</Hint>
      <div className="sm:columns-2">
        {Object.entries(w.units.kinds)
          .filter(([kind]) => kind !== "department")
          .map(([kind, name]) => (
            <Checkbox key={kind} name={`kind_${kind}`} label={name} defaultChecked={chosen.includes(kind)} />
          ))}
      </div>
    </fieldset>
  )
}
