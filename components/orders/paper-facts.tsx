import { DescriptionList } from "@/components/ui/description-list"
import { digits } from "@/lib/i18n/digits"
import type { Locale } from "@/lib/i18n/locale"
import type { Dictionary } from "@/lib/i18n/words"
import { shownDay } from "./shown-day"
import type { ShownOrder } from "./shown-order"

type PaperFactsProps = { w: Dictionary; locale: Locale; path: string; shown: ShownOrder }

/** What the order says, as it was filled in, and the way to change it. */
export function PaperFacts({ w, locale, path, shown }: PaperFactsProps) {
  const o = w.orders
  const { order, issuer, revoked, openFields } = shown
  const missing = <span className="text-ink-2">{o.notYet}</span>
  const issuerName = locale === "en" && issuer?.nameEn ? issuer.nameEn : issuer?.nameTh
  const signer = [order.signerName, order.signerPost].filter(Boolean).join(", ")
  const facts = [
    { name: o.facts.kind, value: o.kinds[order.kind] },
    { name: o.facts.issuer, value: issuerName ?? missing },
    { name: o.facts.number, value: order.paper ? digits(order.paper, locale) : missing },
    { name: o.facts.date, value: order.orderDate ? shownDay(order.orderDate, locale) : missing },
    { name: o.facts.signer, value: signer || missing },
    ...(order.kind === "revoke"
      ? [
          {
            name: o.facts.revokes,
            value: revoked ? `${digits(revoked.paper, locale)} (${revoked.number})` : missing,
          },
        ]
      : []),
    { name: o.facts.validity, value: validityOf(shown, w, locale) ?? missing },
  ]
  const canEdit = openFields.some((field) => field !== "people" && field !== "documents")
  return (
    <section aria-labelledby="paper">
      <h2 id="paper" className="mb-2">
        {o.paperTitle}
      </h2>
      <DescriptionList facts={facts} />
      {canEdit ? (
        <p className="mt-2">
          <a href={`${path}/paper`}>{o.edit}</a>
        </p>
      ) : null}
    </section>
  )
}

function validityOf({ order }: ShownOrder, w: Dictionary, locale: Locale): string | undefined {
  const { validFrom, validUntil } = order
  if (!validFrom) return undefined
  const from = shownDay(validFrom, locale)
  return validUntil ? w.orders.fromTo(from, shownDay(validUntil, locale)) : w.orders.from(from)
}
