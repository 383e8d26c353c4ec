import type { Locale } from "@/lib/i18n/locale"
import type { Dictionary } from "@/lib/i18n/words"

type Seat = { unitCode: string; unitName: string; unitNameEn: string | null; isAdmin: boolean }

/** What an SSO Admin does for the people of his unit. */
export function MyUnits({ w, locale, seats }: { w: Dictionary; locale: Locale; seats: readonly Seat[] }) {
  const mine = seats.filter((seat) => seat.isAdmin)
  if (mine.length === 0) return null
  return (
    <section aria-labelledby="my-units" className="mt-8 border-t border-line pt-4">
      <h2 id="my-units" className="mb-2">
        {w.orders.myUnits}
      </h2>
      <ul className="space-y-2">
        {mine.map((seat) => (
          <li key={seat.unitCode}>
            <a href={`/unit/${seat.unitCode}`} className="font-semibold">
              {locale === "en" && seat.unitNameEn ? seat.unitNameEn : seat.unitName}
            </a>
            <span className="flex flex-wrap gap-x-5 text-sm">
              <a href={`/unit/${seat.unitCode}/users`}>{w.members.toUsers}</a>
              <a href={`/unit/${seat.unitCode}/orders`}>{w.orders.toOrders}</a>
              <a href={`/unit/${seat.unitCode}/recoveries`}>{w.recovery.toUnit}</a>
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
