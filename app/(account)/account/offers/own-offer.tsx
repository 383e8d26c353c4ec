import { Button } from "@/components/ui/button"
import { nameIn } from "@/components/units/unit-names"
import { formatDate } from "@/lib/i18n/dates"
import type { Locale } from "@/lib/i18n/locale"
import type { Dictionary } from "@/lib/i18n/words"

type Offer = {
  id: string
  unitTh: string
  unitEn: string | null
  post: string
  orderText: string
  expiresAt: Date
}

/** The invitation of a unit, with both answers. */
export function OwnOffer({ w, locale, offer }: { w: Dictionary; locale: Locale; offer: Offer }) {
  const o = w.members.own
  const unit = nameIn(locale, { nameTh: offer.unitTh, nameEn: offer.unitEn })
  return (
    <li className="space-y-1 border-b border-line py-4">
      <h2>{unit}</h2>
      <p>{o.post(offer.post)}</p>
      {offer.orderText ? <p className="text-sm text-ink-2">{o.order(offer.orderText)}</p> : null}
      <p className="text-sm text-ink-2">{o.until(formatDate(offer.expiresAt, locale))}</p>
      <div className="flex flex-wrap gap-3 pt-2">
        <form method="post" action="/api/account/offers/accept" aria-label={o.acceptNamed(unit)}>
          <input type="hidden" name="offerId" value={offer.id} />
          <Button kind="main">{o.accept}</Button>
        </form>
        <form method="post" action="/api/account/offers/decline" aria-label={o.declineNamed(unit)}>
          <input type="hidden" name="offerId" value={offer.id} />
          <Button>{o.decline}</Button>
        </form>
      </div>
    </li>
  )
}
