import { DayBeFields } from "@/components/orders/day-be-fields"
import { Button } from "@/components/ui/button"
import type { Fault } from "@/components/ui/error-summary"
import { SelectField } from "@/components/ui/select-field"
import { TextField } from "@/components/ui/text-field"
import { dayFields } from "@/lib/i18n/day-fields"
import type { Locale } from "@/lib/i18n/locale"
import type { Dictionary } from "@/lib/i18n/words"
import type { UserShown } from "@/lib/members/get-unit-user"
import { staffKinds } from "@/lib/orders/rules"

type EditFormProps = {
  w: Dictionary
  locale: Locale
  shown: UserShown
  faults: readonly Fault[]
  typed: Readonly<Record<string, string>> | undefined
}

/** What the unit says of its user. Of oneself the kind of staff and the days travel along unseen, and are not taken. */
export function EditForm({ w, locale, shown, faults, typed }: EditFormProps) {
  const f = w.members.form
  const p = w.orders.person
  const { unit, user, isSelf, hasBegun } = shown
  const value: Readonly<Record<string, string>> = typed ?? {
    post: user.post,
    staffKind: user.staffKind,
    staffReason: user.staffReason,
    officeTelephone: user.officeTelephone ?? "",
    orderText: user.orderText,
    ...dayFields("validFrom", user.validFrom),
    ...dayFields("validUntil", user.validUntil),
  }
  const errorAt = (name: string) => faults.find((fault) => fault.field === name)?.text
  const field = (name: string, label: string, hint?: string) => ({
    name,
    label,
    ...(hint && { hint }),
    error: errorAt(name),
    defaultValue: value[name] ?? "",
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
      value={{
        day: value[`${name}Day`] ?? "",
        month: value[`${name}Month`] ?? "",
        year: value[`${name}Year`] ?? "",
      }}
    />
  )
  return (
    <form method="post" action="/api/unit/users/edit" className="space-y-5">
      <input type="hidden" name="unitCode" value={unit.code} />
      <input type="hidden" name="membershipId" value={user.id} />
      <input type="hidden" name="version" value={user.version} />
      <TextField {...field("post", f.post, f.postHint)} />
      <TextField {...field("officeTelephone", p.telephone, p.telephoneHint)} type="tel" />
      {isSelf ? (
        <>
          <input type="hidden" name="staffKind" value={user.staffKind} />
          <p className="text-sm text-ink-2">{w.members.acts.ownTerms}</p>
        </>
      ) : (
        <>
          <SelectField
            name="staffKind"
            label={p.staffKind}
            error={errorAt("staffKind")}
            options={staffKinds.map((kind) => ({ value: kind, label: p.kinds[kind] }))}
            defaultValue={value.staffKind}
          />
          <TextField {...field("staffReason", p.staffReason)} maxLength={300} />
          <TextField {...field("orderText", f.order, f.orderHint)} />
          {hasBegun ? null : day("validFrom", f.from, f.fromHint)}
          {day("validUntil", f.until, f.untilHint)}
        </>
      )}
      <Button kind="main">{w.members.acts.save}</Button>
    </form>
  )
}
