import type { ReactNode } from "react"
import { Button } from "@/components/ui/button"
import type { Fault } from "@/components/ui/error-summary"
import { SelectField } from "@/components/ui/select-field"
import { TextField } from "@/components/ui/text-field"
import { digits } from "@/lib/i18n/digits"
import type { Locale } from "@/lib/i18n/locale"
import type { Dictionary } from "@/lib/i18n/words"
import type { OrderField } from "@/lib/orders/rules"
import { DayBeFields } from "./day-be-fields"
import type { ShownOrder } from "./shown-order"

type Typed = Readonly<Record<string, string>>

type PaperFormProps = {
  /** Route that takes it. */
  action: string
  w: Dictionary
  locale: Locale
  shown: ShownOrder
  faults: readonly Fault[]
  typed: Typed | undefined
}

/** The fields that may be changed; of a returned order the others travel along unseen, and are not taken anyway. */
export function PaperForm({ action, w, locale, shown, faults, typed }: PaperFormProps) {
  const f = w.orders.form
  const { order, unit, openFields } = shown
  const value = typed ?? storedOf(shown)
  const errorAt = (field: string) => faults.find((fault) => fault.field === field)?.text
  const nameOf = (one: ShownOrder["unit"]) => (locale === "en" && one.nameEn ? one.nameEn : one.nameTh)
  const at = { w, locale, value, errorAt }
  return (
    <form method="post" action={action} className="space-y-5">
      <input type="hidden" name="unitCode" value={unit.code} />
      <input type="hidden" name="number" value={order.number} />
      <input type="hidden" name="version" value={order.version} />
      <input type="hidden" name="kind" value={order.kind} />
      <Part field="issuer" names={["issuer"]} open={openFields} value={value}>
        <SelectField
          name="issuer"
          label={f.issuer}
          hint={f.issuerHint}
          options={shown.issuers.map((one) => ({ value: one.code, label: nameOf(one) }))}
          defaultValue={value.issuer}
        />
      </Part>
      <Part field="orderNumber" names={["orderNumber"]} open={openFields} value={value}>
        <TextField
          name="orderNumber"
          label={f.orderNumber}
          hint={f.orderNumberHint}
          error={errorAt("orderNumber")}
          defaultValue={digits(value.orderNumber ?? "", locale)}
          autoComplete="off"
        />
      </Part>
      <Part field="orderDate" names={daysOf("orderDate")} open={openFields} value={value}>
        <Day {...at} name="orderDate" legend={f.orderDate} hint={f.dateHint} />
      </Part>
      {order.kind === "revoke" ? (
        <Part field="revokes" names={["revokes"]} open={openFields} value={value}>
          <SelectField
            name="revokes"
            label={f.revokes}
            hint={f.revokesHint}
            empty={f.revokesEmpty}
            options={shown.revocable.map(({ number, paper }) => ({
              value: number,
              label: `${digits(paper, locale)} (${number})`,
            }))}
            defaultValue={value.revokes}
          />
        </Part>
      ) : null}
      <Part
        field="validity"
        names={[...daysOf("validFrom"), ...daysOf("validUntil")]}
        open={openFields}
        value={value}
      >
        <div className="space-y-5">
          <Day {...at} name="validFrom" legend={f.validFrom} hint={f.dateHint} />
          {order.kind === "revoke" ? null : (
            <Day {...at} name="validUntil" legend={f.validUntil} hint={f.validUntilHint} />
          )}
        </div>
      </Part>
      <Part field="signer" names={["signerName", "signerPost"]} open={openFields} value={value}>
        <Signer {...at} />
      </Part>
      <Button kind="main">{f.save}</Button>
    </form>
  )
}

type At = Pick<PaperFormProps, "w" | "locale"> & {
  value: Typed
  errorAt: (field: string) => string | undefined
}

function Day({
  w,
  locale,
  value,
  errorAt,
  name,
  ...texts
}: At & { name: string; legend: string; hint: string }) {
  const part = (which: string) => value[`${name}${which}`] ?? ""
  return (
    <DayBeFields
      w={w}
      locale={locale}
      name={name}
      error={errorAt(name)}
      value={{ day: part("Day"), month: part("Month"), year: part("Year") }}
      {...texts}
    />
  )
}

function Signer({ w, value, errorAt }: At) {
  const f = w.orders.form
  return (
    <div className="space-y-5">
      <TextField
        name="signerName"
        label={f.signerName}
        hint={f.signerNameHint}
        error={errorAt("signerName")}
        defaultValue={value.signerName ?? ""}
        autoComplete="off"
      />
      <TextField
        name="signerPost"
        label={f.signerPost}
        hint={f.signerPostHint}
        error={errorAt("signerPost")}
        defaultValue={value.signerPost ?? ""}
        autoComplete="off"
      />
    </div>
  )
}

type PartProps = {
  field: OrderField
  names: readonly string[]
  open: readonly OrderField[]
  value: Typed
  children: ReactNode
}

function Part({ field, names, open, value, children }: PartProps) {
  if (open.includes(field)) return children
  return names.map((name) => <input key={name} type="hidden" name={name} value={value[name] ?? ""} />)
}

const daysOf = (name: string) => [`${name}Day`, `${name}Month`, `${name}Year`]

function storedOf({ order, issuer, revoked }: ShownOrder): Typed {
  const { orderDate, validFrom, validUntil } = order.typed
  const three = (name: string, day: { day: string; month: string; year: string }) => ({
    [`${name}Day`]: day.day,
    [`${name}Month`]: day.month,
    [`${name}Year`]: day.year,
  })
  return {
    issuer: issuer?.code ?? "",
    orderNumber: order.paper,
    signerName: order.signerName,
    signerPost: order.signerPost,
    revokes: revoked?.number ?? "",
    ...three("orderDate", orderDate),
    ...three("validFrom", validFrom),
    ...three("validUntil", validUntil),
  }
}
