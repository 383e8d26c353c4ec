import { Button } from "@/components/ui/button"
import type { Fault } from "@/components/ui/error-summary"
import { SelectField } from "@/components/ui/select-field"
import { TextField } from "@/components/ui/text-field"
import type { Dictionary } from "@/lib/i18n/words"
import { staffKinds } from "@/lib/orders/rules"
import type { ShownOrder, ShownPerson } from "./shown-order"

type PersonFormProps = {
  /** Route that takes it. */
  action: string
  w: Dictionary
  shown: ShownOrder
  person: ShownPerson | undefined
  faults: readonly Fault[]
  typed: Readonly<Record<string, string>> | undefined
}

/** Who is to be appointed. The number of somebody known stays unless another is typed. */
export function PersonForm({ action, w, shown, person, faults, typed }: PersonFormProps) {
  const p = w.orders.person
  const { order, unit, permanentKind } = shown
  const value: Readonly<Record<string, string>> = typed ?? { ...person, nationalId: "" }
  const field = (name: string, label: string, hint?: string) => ({
    name,
    label,
    ...(hint && { hint }),
    error: faults.find((fault) => fault.field === name)?.text,
    defaultValue: value[name] ?? "",
    autoComplete: "off" as const,
  })
  return (
    <form method="post" action={action} className="space-y-5">
      <input type="hidden" name="unitCode" value={unit.code} />
      <input type="hidden" name="number" value={order.number} />
      <input type="hidden" name="version" value={order.version} />
      <input type="hidden" name="personId" value={person?.id ?? ""} />
      <TextField
        {...field(
          "nationalId",
          p.nationalId,
          person ? p.nationalIdKept(person.nationalId) : p.nationalIdHint,
        )}
        inputMode="numeric"
      />
      <div className="grid gap-4 sm:grid-cols-[9rem_1fr_1fr]">
        <TextField {...field("titleTh", p.titleTh, p.titleHint)} />
        <TextField {...field("givenNameTh", p.given)} className="sm:mt-7" />
        <TextField {...field("familyNameTh", p.family)} className="sm:mt-7" />
      </div>
      <TextField {...field("post", p.post, p.postHint)} />
      <SelectField
        name="staffKind"
        label={p.staffKind}
        error={faults.find((fault) => fault.field === "staffKind")?.text}
        empty={p.staffKindEmpty}
        options={staffKinds.map((kind) => ({ value: kind, label: p.kinds[kind] }))}
        defaultValue={value.staffKind}
      />
      <TextField
        {...field(
          "staffReason",
          p.staffReason,
          permanentKind === "department" ? p.reasonOffice : p.reasonLocal,
        )}
        maxLength={300}
      />
      <TextField
        {...field("email", p.email, p.emailHint)}
        type="email"
        autoCapitalize="none"
        spellCheck={false}
      />
      <TextField {...field("officeTelephone", p.telephone, p.telephoneHint)} type="tel" />
      <Button kind="main">{p.save}</Button>
    </form>
  )
}
