import { DayBeFields } from "@/components/orders/day-be-fields"
import { Button } from "@/components/ui/button"
import type { Fault } from "@/components/ui/error-summary"
import { SelectField } from "@/components/ui/select-field"
import { TextField } from "@/components/ui/text-field"
import type { Locale } from "@/lib/i18n/locale"
import type { Dictionary } from "@/lib/i18n/words"
import { staffKinds } from "@/lib/orders/rules"

type Typed = Readonly<Record<string, string>>

type OfferFormProps = {
  w: Dictionary
  locale: Locale
  unit: { readonly code: string; readonly permanentKind: string | undefined }
  faults: readonly Fault[]
  typed: Typed
}

/** Who is to become a user of the unit. */
export function OfferForm({ w, locale, unit, faults, typed }: OfferFormProps) {
  const f = w.members.form
  const p = w.orders.person
  const errorAt = (name: string) => faults.find((fault) => fault.field === name)?.text
  const field = (name: string, label: string, hint?: string) => ({
    name,
    label,
    ...(hint && { hint }),
    error: errorAt(name),
    defaultValue: typed[name] ?? "",
    autoComplete: "off" as const,
  })
  const day = (name: string, legend: string, hint: string) => (
    <DayBeFields
      w={w}
      locale={locale}
      name={name}
      legend={legend}
      hint={hint}
      error={errorAt(name)}
      value={dayOf(typed, name)}
    />
  )
  return (
    <form method="post" action="/api/unit/users/offers" className="space-y-5">
      <input type="hidden" name="unitCode" value={unit.code} />
      <TextField {...field("nationalId", f.nationalId, f.nationalIdHint)} inputMode="numeric" />
      <div className="grid gap-4 sm:grid-cols-[9rem_1fr_1fr]">
        <TextField {...field("titleTh", p.titleTh, p.titleHint)} />
        <TextField {...field("givenNameTh", p.given)} className="sm:mt-7" />
        <TextField {...field("familyNameTh", p.family)} className="sm:mt-7" />
      </div>
      <TextField {...field("post", f.post, f.postHint)} />
      <SelectField
        name="staffKind"
        label={p.staffKind}
        error={errorAt("staffKind")}
        empty={p.staffKindEmpty}
        options={staffKinds.map((kind) => ({ value: kind, label: p.kinds[kind] }))}
        defaultValue={typed.staffKind}
      />
      <TextField
        {...field(
          "staffReason",
          p.staffReason,
          unit.permanentKind === "department" ? p.reasonOffice : p.reasonLocal,
        )}
        maxLength={300}
      />
      <TextField {...field("orderText", f.order, f.orderHint)} />
      <TextField
        {...field("email", f.email, f.emailHint)}
        type="email"
        autoCapitalize="none"
        spellCheck={false}
      />
      <TextField {...field("officeTelephone", p.telephone, p.telephoneHint)} type="tel" />
      {day("validFrom", f.from, f.fromHint)}
      {day("validUntil", f.until, f.untilHint)}
      <Button kind="main">{f.submit}</Button>
    </form>
  )
}

function dayOf(typed: Typed, name: string) {
  return {
    day: typed[`${name}Day`] ?? "",
    month: typed[`${name}Month`] ?? "",
    year: typed[`${name}Year`] ?? "",
  }
}
