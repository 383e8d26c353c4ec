"use client"

import { Button } from "@/components/ui/button"
import { type Packed, unpack } from "@/components/ui/packed"
import { SelectField } from "@/components/ui/select-field"
import { TextField } from "@/components/ui/text-field"
import type { lookupLabels } from "./lookup-labels"

type LookupFieldsProps = {
  readonly labels: Readonly<Record<(typeof lookupLabels)[number], string>>
  readonly filters: Readonly<Record<"q" | "province" | "district" | "kind", string>>
  readonly maxQueryLength: number
  readonly provinces: Packed
  readonly districts: Packed
  readonly kinds: Packed
  readonly error?: string | undefined
}

/**
 * Filters as a plain form whose answer is an address, so that a result can be shared. A client component for the same
 * reason as the table of units; it needs no JavaScript in the browser.
 */
export function LookupFields(props: LookupFieldsProps) {
  const { labels: l, filters, maxQueryLength, provinces, districts, kinds, error } = props
  const choice = (name: "province" | "district" | "kind", empty: string, packed: Packed) => (
    <SelectField
      name={name}
      label={l[name]}
      empty={empty}
      options={unpack(packed).map(([value = "", label = ""]) => ({ value, label }))}
      defaultValue={filters[name]}
    />
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
        {districts ? choice("district", l.anyDistrict, districts) : null}
        {choice("kind", l.anyKind, kinds)}
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2 sm:col-span-3">
          <Button kind="main">{l.find}</Button>
          {districts ? null : <span className="text-sm text-ink-2">{l.districtHint}</span>}
        </div>
      </form>
    </search>
  )
}
