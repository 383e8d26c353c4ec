import { pack } from "@/components/ui/packed"
import { adminLines, type ShownAdmin } from "@/components/units/admin-lines"
import { nameIn, placeIn } from "@/components/units/unit-names"
import type { Locale } from "@/lib/i18n/locale"
import type { Dictionary } from "@/lib/i18n/words"
import { UnitRows } from "./unit-rows"

/** A unit that the lookup found. */
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
  const lines = units.map((unit) => [
    unit.code,
    nameIn(locale, unit),
    placeIn(locale, unit),
    ...adminLines(unit.admins, w, locale).flatMap(({ name, post, telephone }) => [name, post, telephone]),
  ])
  const labels = {
    caption: l.results,
    unit: l.unit,
    code: w.units.unit.code,
    place: l.place,
    admins: l.admins,
    nobody: l.nobody,
    whatNext: l.whatNext,
  }
  return <UnitRows packed={pack(lines)} labels={labels} />
}
