import { Button } from "@/components/ui/button"
import { TextField } from "@/components/ui/text-field"
import { nameIn } from "@/components/units/unit-names"
import type { Locale } from "@/lib/i18n/locale"
import type { Dictionary } from "@/lib/i18n/words"
import { maxQueryLength } from "@/lib/units/rules"
import { searchableKinds, type UnitFilters } from "@/lib/units/schema"
import { Choice } from "./choice"

type Place = { readonly code: string; readonly nameTh: string; readonly nameEn: string }

type LookupFormProps = {
  w: Dictionary
  locale: Locale
  filters: UnitFilters
  provinces: readonly Place[]
  districts: readonly Place[]
  error?: string | undefined
}

/** Filters as a plain form whose answer is an address, so that a result can be shared. */
export function LookupForm({ w, locale, filters, provinces, districts, error }: LookupFormProps) {
  const l = w.units.lookup
  const options = (places: readonly Place[]) =>
    places.map((place) => ({ value: place.code, label: nameIn(locale, place) }))
  return (
    <search>
      <form method="get" action="/admins" className="grid gap-4 sm:grid-cols-3">
        <div className="sm:col-span-3">
          <TextField
            name="q"
            type="search"
            label={l.query}
            hint={l.queryHint}
            error={error}
            defaultValue={filters.q}
            maxLength={maxQueryLength}
            spellCheck={false}
          />
        </div>
        <Choice
          name="province"
          label={l.province}
          empty={l.anyProvince}
          options={options(provinces)}
          defaultValue={filters.province}
        />
        {districts.length > 0 ? (
          <Choice
            name="district"
            label={l.district}
            empty={l.anyDistrict}
            options={options(districts)}
            defaultValue={filters.district}
          />
        ) : null}
        <Choice
          name="kind"
          label={l.kind}
          empty={l.anyKind}
          options={searchableKinds.map((kind) => ({ value: kind, label: w.units.kinds[kind] }))}
          defaultValue={filters.kind}
        />
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2 sm:col-span-3">
          <Button kind="main">{l.find}</Button>
          {districts.length > 0 ? null : <span className="text-sm text-ink-2">{l.districtHint}</span>}
        </div>
      </form>
    </search>
  )
}
