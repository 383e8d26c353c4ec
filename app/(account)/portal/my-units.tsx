import type { Locale } from "@/lib/i18n/locale"
import type { Dictionary } from "@/lib/i18n/words"

type Seat = { unitCode: string; unitName: string; unitNameEn: string | null; isAdmin: boolean }

/** What an SSO Admin does for the people of his unit. */
export function MyUnits({ w, locale, seats }: { w: Dictionary; locale: Locale; seats: readonly Seat[] }) {
  const mine = seats.filter((seat) => seat.isAdmin)
  if (mine.length === 0) return null
  return (
    <section aria-label={w.recovery.toUnit} className="mt-8 border-t border-line pt-4">
      <ul className="space-y-2">
        {mine.map((seat) => (
          <li key={seat.unitCode}>
            <a href={`/unit/${seat.unitCode}/recoveries`}>{w.recovery.toUnit}</a>
            <span className="block text-sm text-ink-2">
              {locale === "en" && seat.unitNameEn ? seat.unitNameEn : seat.unitName}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
