import { pack } from "@/components/ui/packed"
import { nameIn } from "@/components/units/unit-names"
import type { Locale } from "@/lib/i18n/locale"
import type { Dictionary } from "@/lib/i18n/words"
import { maxQueryLength } from "@/lib/units/rules"
import { searchableKinds, type UnitFilters } from "@/lib/units/schema"
import { LookupFields } from "./lookup-fields"
import { lookupLabels } from "./lookup-labels"

type Place = { readonly code: string; readonly nameTh: string; readonly nameEn: string }

type LookupFormProps = {
  w: Dictionary
  locale: Locale
  filters: UnitFilters
  provinces: readonly Place[]
  districts: readonly Place[]
  error?: string | undefined
}

/** Filters of the lookup, with every choice named in the reader's language. */
export function LookupForm({ w, locale, filters, provinces, districts, error }: LookupFormProps) {
  const options = (places: readonly Place[]) =>
    pack(places.map((place) => [place.code, nameIn(locale, place)]))
  const l = w.units.lookup
  const kinds = pack(searchableKinds.map((value) => [value, w.units.kinds[value]]))
  return (
    <LookupFields
      labels={pick(l, lookupLabels)}
      filters={filters}
      maxQueryLength={maxQueryLength}
      provinces={options(provinces)}
      districts={options(districts)}
      kinds={kinds}
      error={error}
    />
  )
}

/** Only what the form shows may cross to the browser. */
function pick<K extends string>(from: Readonly<Record<K, string>>, keys: readonly K[]): Record<K, string> {
  return Object.fromEntries(keys.map((key) => [key, from[key]])) as Record<K, string>
}
