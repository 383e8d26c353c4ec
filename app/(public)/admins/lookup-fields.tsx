"use client"

import { Button } from "@/components/ui/button"
import { type Packed, unpack } from "@/components/ui/packed"
import { SelectField, type SelectOption } from "@/components/ui/select-field"
import { TextField } from "@/components/ui/text-field"

type Label =
  | "query"
  | "queryHint"
  | "province"
  | "anyProvince"
  | "district"
  | "anyDistrict"
  | "districtHint"
  | "kind"
  | "anyKind"
  | "find"

/** What the form shows. */
export type Lookup = {
  readonly labels: Readonly<Record<Label, string>>
  readonly filters: Readonly<Record<"q" | "province" | "district" | "kind", string>>
  readonly maxQueryLength: number
  readonly provinces: readonly SelectOption[]
  readonly districts: readonly SelectOption[]
  readonly kinds: readonly SelectOption[]
  readonly error?: string | undefined
}

/**
 * Filters as a plain form whose answer is an address, so that a result can be shared. A client component for the same
 * reason as the table of units; it needs no JavaScript in the browser.
 */
export function LookupFields({ packed }: { packed: Packed<Lookup> }) {
  const { labels: l, filters, maxQueryLength, provinces, districts, kinds, error } = unpack(packed)
  const choice = (
    name: "province" | "district" | "kind",
    empty: string,
    options: readonly SelectOption[],
  ) => (
    <SelectField name={name} label={l[name]} empty={empty} options={options} defaultValue={filters[name]} />
  )
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
        {choice("province", l.anyProvince, provinces)}
        {districts.length > 0 ? choice("district", l.anyDistrict, districts) : null}
        {choice("kind", l.anyKind, kinds)}
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2 sm:col-span-3">
          <Button kind="main">{l.find}</Button>
          {districts.length > 0 ? null : <span className="text-sm text-ink-2">{l.districtHint}</span>}
        </div>
      </form>
    </search>
  )
}
