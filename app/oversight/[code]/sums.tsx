import { ShareBar } from "@/components/oversight/share-bar"
import { formatDate } from "@/lib/i18n/dates"
import { digits } from "@/lib/i18n/digits"
import type { Locale } from "@/lib/i18n/locale"
import type { Dictionary } from "@/lib/i18n/words"
import { percent } from "@/lib/oversight/rules"

type SumsProps = {
  w: Dictionary
  locale: Locale
  counted: {
    units: number
    withoutAdmin: number
    oneAdmin: number
    ordersEnding: number
    adminsUnseen: number
    waiting: number
    waitingSince: Date | null
  }
}

/** The sums of an office, each with its name. */
export function Sums({ w, locale, counted }: SumsProps) {
  const s = w.oversight.sums
  const n = (value: number) => digits(value.toLocaleString("en"), locale)
  const covered = counted.units - counted.withoutAdmin
  const share = percent(covered, counted.units)
  const lines = [
    { name: s.units, value: n(counted.units) },
    {
      name: s.covered,
      value: <ShareBar percent={share} label={`${n(covered)} (${digits(String(share), locale)}%)`} />,
    },
    { name: s.withoutAdmin, value: n(counted.withoutAdmin) },
    { name: s.oneAdmin, value: n(counted.oneAdmin) },
    { name: s.ordersEnding, value: n(counted.ordersEnding) },
    { name: s.adminsUnseen, value: n(counted.adminsUnseen) },
    { name: s.waiting, value: n(counted.waiting) },
    { name: s.waitingSince, value: counted.waitingSince ? formatDate(counted.waitingSince, locale) : s.none },
  ]
  return (
    <dl className="my-4 grid gap-x-8 border-t border-line sm:grid-cols-2 lg:grid-cols-4">
      {lines.map(({ name, value }) => (
        <div key={name} className="border-b border-line py-2">
          <dt className="text-sm text-ink-2">{name}</dt>
          <dd className="text-lg font-semibold">{value}</dd>
        </div>
      ))}
    </dl>
  )
}
