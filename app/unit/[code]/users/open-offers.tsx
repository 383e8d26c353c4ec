import { Button } from "@/components/ui/button"
import { Chip } from "@/components/ui/chip"
import { formatDate } from "@/lib/i18n/dates"
import type { Locale } from "@/lib/i18n/locale"
import type { Dictionary } from "@/lib/i18n/words"

type Offer = { id: string; name: string; post: string; offeredAt: Date; expiresAt: Date }

type OpenOffersProps = {
  w: Dictionary
  locale: Locale
  unit: { readonly code: string; readonly canManage: boolean }
  offers: readonly Offer[]
}

/** The offers of the unit that wait for their owners, in the unit's own words. */
export function OpenOffers({ w, locale, unit, offers }: OpenOffersProps) {
  const o = w.members.offers
  if (offers.length === 0) return null
  return (
    <section aria-labelledby="offers" className="mt-8">
      <h2 id="offers">{o.title}</h2>
      <p className="mb-2 text-sm text-ink-2">{o.about}</p>
      <ul className="border-t border-line">
        {offers.map((offer) => (
          <li
            key={offer.id}
            className="flex flex-wrap items-center gap-x-4 gap-y-1 border-b border-line py-3"
          >
            <div className="min-w-0 grow" lang="th">
              <strong>{offer.name}</strong>
              <span className="block text-sm text-ink-2">{offer.post}</span>
            </div>
            <Chip tone="needs-you">{o.state}</Chip>
            <span className="text-sm">{o.until(formatDate(offer.expiresAt, locale))}</span>
            {unit.canManage ? <Acts w={w} unitCode={unit.code} offer={offer} /> : null}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Acts({ w, unitCode, offer }: { w: Dictionary; unitCode: string; offer: Offer }) {
  const o = w.members.offers
  const ways = [
    { verb: "resend", name: o.resend, label: o.resendNamed(offer.name) },
    { verb: "withdraw", name: o.withdraw, label: o.withdrawNamed(offer.name) },
  ]
  return (
    <div className="screen-only flex flex-wrap gap-3">
      {ways.map((way) => (
        <form
          key={way.verb}
          method="post"
          action={`/api/unit/users/offers/${way.verb}`}
          aria-label={way.label}
        >
          <input type="hidden" name="unitCode" value={unitCode} />
          <input type="hidden" name="offerId" value={offer.id} />
          <Button>{way.name}</Button>
        </form>
      ))}
    </div>
  )
}
