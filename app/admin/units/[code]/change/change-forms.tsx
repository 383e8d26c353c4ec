import { DayBeFields } from "@/components/orders/day-be-fields"
import { TextArea } from "@/components/rights/text-area"
import { Button } from "@/components/ui/button"
import type { Fault } from "@/components/ui/error-summary"
import { SelectField } from "@/components/ui/select-field"
import { TextField } from "@/components/ui/text-field"
import { unitChangePath } from "@/lib/http/unit-change-path"
import type { Locale } from "@/lib/i18n/locale"
import type { Dictionary } from "@/lib/i18n/words"
import { changeLimits, localKinds, usualCode } from "@/lib/restructuring/rules"

type Act = "change" | "merge"
type Unit = {
  readonly code: string
  readonly kind: keyof Dictionary["units"]["kinds"]
  readonly nameTh: string
  readonly nameEn: string | null
}
type ChangeFormsProps = {
  w: Dictionary
  locale: Locale
  unit: Unit
  faults: readonly Fault[]
  typed: Readonly<Record<string, string>>
}

/** The two things that can become of a unit. They ask first what would happen: nothing is changed by them. */
export function ChangeForms(props: ChangeFormsProps) {
  const { w, unit, typed } = props
  const r = w.restructuring
  // both forms stand on one page: names of fields are the same, ids are not
  const field = (act: Act, name: string, label: string, maxLength: number, hint?: string) => ({
    id: fieldId(act, name, typed),
    name,
    label,
    maxLength,
    ...(hint && { hint }),
    error: errorAt(props, act, name),
    defaultValue: typedAt(props, act, name),
    autoComplete: "off" as const,
  })
  const usual = {
    town: usualCode("town_municipality", unit.code),
    subdistrict: usualCode("subdistrict_municipality", unit.code),
  }
  return (
    <>
      <form method="get" action={unitChangePath(unit.code)} className="space-y-5 border-t border-line pt-4">
        <h2>{r.change.title}</h2>
        <p className="text-ink-2">{r.change.lead}</p>
        <input type="hidden" name="act" value="change" />
        <SelectField
          id={fieldId("change", "kind", typed)}
          name="kind"
          label={r.change.kind}
          error={errorAt(props, "change", "kind")}
          options={localKinds.map((kind) => ({ value: kind, label: w.units.kinds[kind] }))}
          defaultValue={typedAt(props, "change", "kind")}
        />
        <TextField
          {...field("change", "newCode", r.change.code, 40, r.change.codeHint(usual))}
          inputMode="numeric"
        />
        <TextField {...field("change", "nameTh", r.change.nameTh, changeLimits.name, r.change.nameThHint)} />
        <TextField {...field("change", "nameEn", r.change.nameEn, changeLimits.name)} />
        <Papers {...props} act="change" />
      </form>
      <form method="get" action={unitChangePath(unit.code)} className="space-y-5 border-t border-line pt-4">
        <h2>{r.merge.title}</h2>
        <p className="text-ink-2">{r.merge.lead}</p>
        <input type="hidden" name="act" value="merge" />
        <TextField {...field("merge", "intoCode", r.merge.into, 40)} inputMode="numeric" />
        <Papers {...props} act="merge" />
      </form>
    </>
  )
}

/** Order, reason and day, which either needs. */
function Papers(props: ChangeFormsProps & { act: Act }) {
  const { w, locale, act, typed } = props
  const r = w.restructuring
  const day = (part: string) => typedAt(props, act, `effectiveOn${part}`)
  return (
    <>
      <TextField
        id={fieldId(act, "orderText", typed)}
        name="orderText"
        label={r.order}
        hint={r.orderHint}
        error={errorAt(props, act, "orderText")}
        defaultValue={typedAt(props, act, "orderText")}
        maxLength={changeLimits.order}
        autoComplete="off"
      />
      <TextArea
        id={fieldId(act, "reason", typed)}
        name="reason"
        label={r.reason}
        error={errorAt(props, act, "reason")}
        defaultValue={typedAt(props, act, "reason")}
        maxLength={changeLimits.reason}
      />
      <DayBeFields
        w={w}
        locale={locale}
        name="effectiveOn"
        id={fieldId(act, "effectiveOn", typed)}
        legend={r.effectiveOn}
        hint={r.effectiveHint}
        error={errorAt(props, act, "effectiveOn")}
        value={{ day: day("Day"), month: day("Month"), year: day("Year") }}
      />
      <Button kind={act === "change" ? "main" : "plain"}>{r.check}</Button>
    </>
  )
}

/** The form that was sent bears the plain names, to which the error summary leads. */
function fieldId(act: Act, name: string, typed: ChangeFormsProps["typed"]): string {
  return act === (typed.act === "merge" ? "merge" : "change") ? name : `${act}-${name}`
}

function errorAt({ faults, typed }: ChangeFormsProps, act: Act, name: string): string | undefined {
  return typed.act === act ? faults.find((fault) => fault.field === name)?.text : undefined
}

function typedAt({ unit, typed }: ChangeFormsProps, act: Act, name: string): string {
  if (typed.act === act) return typed[name] ?? ""
  const today: Record<string, string> = {
    kind: unit.kind,
    newCode: unit.code,
    nameTh: unit.nameTh,
    nameEn: unit.nameEn ?? "",
  }
  return act === "change" ? (today[name] ?? "") : ""
}
