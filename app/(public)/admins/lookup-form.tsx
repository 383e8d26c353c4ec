import { pack } from "@/components/ui/packed"
import { nameIn } from "@/components/units/unit-names"
import type { Locale } from "@/lib/i18n/locale"
import type { Dictionary } from "@/lib/i18n/words"
import { maxQueryLength } from "@/lib/units/rules"
import { searchableKinds, type UnitFilters } from "@/lib/units/schema"
import { LookupFields } from "./lookup-fields"

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
  const {
    query,
    queryHint,
    province,
    anyProvince,
    district,
    anyDistrict,
    districtHint,
    kind,
    anyKind,
    find,
  } = w.units.lookup
  const labels = {
    query,
    queryHint,
    province,
    anyProvince,
    district,
    anyDistrict,
    districtHint,
    kind,
    anyKind,
    find,
  }
  const kinds = pack(searchableKinds.map((value) => [value, w.units.kinds[value]]))
  return (
    <LookupFields
      labels={labels}
      filters={filters}
      maxQueryLength={maxQueryLength}
      provinces={options(provinces)}
      districts={options(districts)}
      kinds={kinds}
      error={error}
    />
  )
}
