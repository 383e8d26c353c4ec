import { DayBeFields } from "@/components/orders/day-be-fields"
import { Button } from "@/components/ui/button"
import { Checkbox } from "@/components/ui/checkbox"
import type { Fault } from "@/components/ui/error-summary"
import { Notice } from "@/components/ui/notice"
import { SelectField } from "@/components/ui/select-field"
import { TextField } from "@/components/ui/text-field"
import { typedDay } from "@/lib/http/typed-day"
import type { Locale } from "@/lib/i18n/locale"
import type { Dictionary } from "@/lib/i18n/words"
import { staffKinds } from "@/lib/orders/rules"

type TransferFormProps = {
  w: Dictionary
  locale: Locale
  unitCode: string
  user: { readonly id: string; readonly staffKind: string; readonly staffReason: string }
  isLastAdmin: boolean
  faults: readonly Fault[]
  typed: Readonly<Record<string, string>>
}

/** Where somebody moves, as what, by which order and on which day. */
export function TransferForm(props: TransferFormProps) {
  const { w, locale, unitCode, user, isLastAdmin, faults, typed } = props
  const f = w.transfers.form
  const p = w.orders.person
  const errorAt = (name: string) => faults.find((fault) => fault.field === name)?.text
  const field = (name: string, label: string, hint?: string, given = "") => ({
    name,
    label,
    ...(hint && { hint }),
    error: errorAt(name),
    defaultValue: typed[name] ?? given,
    autoComplete: "off" as const,
  })
  return (
    <form method="post" action="/api/unit/transfers" className="space-y-5">
      <input type="hidden" name="unitCode" value={unitCode} />
      <input type="hidden" name="membershipId" value={user.id} />
      {isLastAdmin ? (
        <Notice tone="refused" title={w.members.acts.lastTitle}>
          <p>{w.members.acts.lastAbout}</p>
          <Checkbox name="knowsLast" label={w.members.acts.lastKnown} />
        </Notice>
      ) : null}
      <div>
        <TextField {...field("toUnit", f.toUnit, f.toUnitHint)} inputMode="numeric" />
        <p className="mt-1 text-sm">
          <a href="/admins" target="_blank" rel="noreferrer">
            {f.find}
          </a>
        </p>
      </div>
      <TextField {...field("post", f.post)} />
      <SelectField
        name="staffKind"
        label={p.staffKind}
        error={errorAt("staffKind")}
        options={staffKinds.map((kind) => ({ value: kind, label: p.kinds[kind] }))}
        defaultValue={typed.staffKind ?? user.staffKind}
      />
      <TextField {...field("staffReason", p.staffReason, undefined, user.staffReason)} maxLength={300} />
      <TextField {...field("officeTelephone", p.telephone, p.telephoneHint)} type="tel" />
      <TextField {...field("orderText", w.members.form.order, w.members.form.orderHint)} />
      <DayBeFields
        w={w}
        locale={locale}
        name="effectiveOn"
        legend={f.effective}
        hint={f.effectiveHint}
        error={errorAt("effectiveOn")}
        value={typedDay(typed, "effectiveOn")}
      />
      <Button kind="main">{f.submit}</Button>
    </form>
  )
}
