import { DataTable } from "@/components/ui/data-table"
import { AdminList, type ShownAdmin } from "@/components/units/admin-list"
import { nameIn, placeIn } from "@/components/units/unit-names"
import type { Locale } from "@/lib/i18n/locale"
import type { Dictionary } from "@/lib/i18n/words"

/** A unit as a row of the lookup. */
export type ShownUnit = {
  readonly code: string
  readonly nameTh: string
  readonly nameEn: string | null
  readonly provinceTh: string | null
  readonly provinceEn: string | null
  readonly districtTh: string | null
  readonly districtEn: string | null
  readonly admins: readonly ShownAdmin[]
}

type UnitTableProps = { w: Dictionary; locale: Locale; units: readonly ShownUnit[] }

/** Units with their SSO Admins; on a phone each is a block. */
export function UnitTable({ w, locale, units }: UnitTableProps) {
  const l = w.units.lookup
  const columns = [
    {
      key: "unit",
      label: l.unit,
      rowName: true,
      cell: (unit: ShownUnit) => <a href={`/admins/${unit.code}`}>{nameIn(locale, unit)}</a>,
    },
    { key: "code", label: w.units.unit.code, cell: (unit: ShownUnit) => unit.code },
    { key: "place", label: l.place, cell: (unit: ShownUnit) => placeIn(locale, unit) },
    {
      key: "admins",
      label: l.admins,
      cell: (unit: ShownUnit) => (
        <div>
          <AdminList w={w} locale={locale} admins={unit.admins} />
          {unit.admins.length > 0 ? null : (
            <a href={`/admins/${unit.code}`} className="block text-sm">
              {l.whatNext}
            </a>
          )}
        </div>
      ),
    },
  ]
  return <DataTable caption={l.results} columns={columns} rows={units} rowKey={(unit) => unit.code} />
}
