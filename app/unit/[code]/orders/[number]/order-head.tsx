import { OrderStateChip } from "@/components/orders/order-state-chip"
import { Notice } from "@/components/ui/notice"
import { formatDate } from "@/lib/i18n/dates"
import { decisionWords } from "@/lib/i18n/decision-words"
import { digits } from "@/lib/i18n/digits"
import type { Locale } from "@/lib/i18n/locale"
import type { Dictionary } from "@/lib/i18n/words"
import type { OrderShown } from "@/lib/orders/show-order"

type OrderHeadProps = { w: Dictionary; locale: Locale; shown: OrderShown }

/** What order it is, how it stands and what it waits for; why it came back, if it did. */
export function OrderHead({ w, locale, shown }: OrderHeadProps) {
  const o = w.orders
  const { order, unit } = shown
  const hasDay = order.state === "draft" || order.state === "returned"
  return (
    <>
      <h1>{o.named(o.kinds[order.kind], digits(order.paper || o.noNumber, locale))}</h1>
      <p className="text-lg">{locale === "en" && unit.nameEn ? unit.nameEn : unit.nameTh}</p>
      <p className="mt-2 flex flex-wrap items-center gap-x-3 gap-y-1">
        <OrderStateChip state={order.state} w={w} />
        <span className="text-sm text-ink-2">{o.requestNumber(order.number)}</span>
      </p>
      <p className="mt-2">{o.waitsFor[order.state]}</p>
      {hasDay ? <p className="text-sm text-ink-2">{o.until(formatDate(order.expiresAt, locale))}</p> : null}
      <Answer w={w} locale={locale} shown={shown} />
    </>
  )
}

function Answer({ w, locale, shown: { answer, order } }: OrderHeadProps) {
  const o = w.orders
  if (!answer) return null
  const { reasons, fields } = decisionWords({ reasons: answer.reasons, fields: order.returnedFields }, locale)
  return (
    <div className="mt-4">
      <Notice
        tone={order.state === "returned" ? "needs-you" : "refused"}
        title={order.state === "returned" ? o.returnedTitle : o.rejectedTitle}
      >
        {fields.length > 0 ? <p>{o.toMend(fields.join(", "))}</p> : null}
        {reasons.map((reason) => (
          <p key={reason}>{reason}</p>
        ))}
        {answer.note === "" ? null : <p>{o.note(answer.note)}</p>}
      </Notice>
    </div>
  )
}
