import { Chip } from "@/components/ui/chip"
import { formatDate } from "@/lib/i18n/dates"
import type { Locale } from "@/lib/i18n/locale"
import type { Dictionary } from "@/lib/i18n/words"

type Offer = { id: string; name: string; post: string; offeredAt: Date; expiresAt: Date }

type OpenOffersProps = { w: Dictionary; locale: Locale; offers: readonly Offer[] }

/** The offers of the unit that wait for their owners, in the unit's own words. */
export function OpenOffers({ w, locale, offers }: OpenOffersProps) {
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
          </li>
        ))}
      </ul>
    </section>
  )
}
