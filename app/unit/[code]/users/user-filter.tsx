import { Button } from "@/components/ui/button"
import { Checkbox } from "@/components/ui/checkbox"
import { SelectField } from "@/components/ui/select-field"
import { TextField } from "@/components/ui/text-field"
import type { Dictionary } from "@/lib/i18n/words"
import { standings } from "@/lib/members/rules"
import type { UserFilters } from "@/lib/members/schema"
import { staffKinds } from "@/lib/orders/rules"

type UserFilterProps = { w: Dictionary; path: string; unitCode: string; filters: UserFilters; isSet: boolean }

/**
 * Search and filters. It is posted, so that a 13-digit number never stands in an address; the answer leads to the list
 * with the filters in its own.
 */
export function UserFilter({ w, path, unitCode, filters, isSet }: UserFilterProps) {
  const s = w.members.search
  const ticks = [
    { name: "admin", value: "1", label: s.admin, is: filters.admin !== "" },
    { name: "grants", value: "none", label: s.grants, is: filters.grants !== "" },
    { name: "seen", value: "not", label: s.seen, is: filters.seen !== "" },
  ]
  return (
    <form method="post" action="/api/unit/users/find" className="screen-only mb-6 space-y-3">
      <input type="hidden" name="unitCode" value={unitCode} />
      <div className="grid gap-4 md:grid-cols-[minmax(0,2fr)_minmax(0,1fr)_minmax(0,1fr)] md:items-end">
        <TextField
          name="typed"
          label={s.label}
          hint={s.hint}
          type="search"
          defaultValue={filters.q}
          autoComplete="off"
          spellCheck={false}
        />
        <SelectField
          name="state"
          label={s.state}
          empty={s.everyone}
          options={standings.map((value) => ({ value, label: w.members.standings[value] }))}
          defaultValue={filters.state}
        />
        <SelectField
          name="kind"
          label={s.kind}
          empty={s.everyKind}
          options={staffKinds.map((value) => ({ value, label: w.members.kinds[value] }))}
          defaultValue={filters.kind}
        />
      </div>
      <div className="flex flex-wrap items-center gap-x-6">
        {ticks.map((tick) => (
          <Checkbox
            key={tick.name}
            name={tick.name}
            value={tick.value}
            label={tick.label}
            defaultChecked={tick.is}
          />
        ))}
      </div>
      <div className="flex flex-wrap items-center gap-5">
        <Button>{s.submit}</Button>
        {isSet ? <a href={path}>{s.clear}</a> : null}
      </div>
    </form>
  )
}
