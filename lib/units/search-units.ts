import "server-only"
import {
  searchUnits as findMatching,
  listDistricts,
  listPlaceNames,
  listProvinces,
  type UnitMatch,
} from "@/db/queries/units"
import type { Executor } from "@/db/types"
import { canBeAnyone } from "@/lib/kernel/actor"
import { found, read } from "@/lib/kernel/read"
import { likestUnits } from "./likeness"
import { fullCode, searchTerms, unitsPerPage } from "./rules"
import { searchUnitsInput, type UnitFilters } from "./schema"
import { ShortMemory } from "./short-memory"

// A withdrawn SSO Admin is gone from public pages this many seconds later at most.
const pages = new ShortMemory(5, 500)
const places = new ShortMemory(60, 100)

/** The public lookup: units by place, kind, name or code, with the SSO Admins of each. Anyone may ask. */
export const searchUnits = read({
  name: "units.search",
  input: searchUnitsInput,
  allow: canBeAnyone,
  async run({ db, now, input }) {
    const provinces = await places.recall("provinces", now, () => listProvinces(db))
    const province = provinces.some(({ code }) => code === input.province) ? input.province : ""
    const districts = province ? await places.recall(province, now, () => listDistricts(db, province)) : []
    const district = districts.some(({ code }) => code === input.district) ? input.district : ""
    const filters = { ...input, province, district }
    const hits = isBlank(filters)
      ? null
      : await pages.recall(JSON.stringify(filters), now, () => matching(db, filters, now))
    return found({ filters, provinces, districts, hits })
  },
})

function isBlank(filters: UnitFilters): boolean {
  return !(filters.q || filters.province || filters.kind)
}

/** Spelt as typed; only when nothing is, what comes closest. */
async function matching(db: Executor, filters: UnitFilters, now: Date) {
  const terms = searchTerms(filters.q)
  const at = { ...filters, limit: unitsPerPage, offset: (filters.page - 1) * unitsPerPage }
  // Signs alone name nothing; they are not a wish for everything.
  if (!terms && filters.q) return { units: [], total: 0, isGuess: false, asOf: now }
  let match: UnitMatch = { by: "filters" }
  if (terms?.code) match = { by: "code", code: fullCode(terms.code) }
  else if (terms) match = { by: "words", words: terms.words }
  const exact = await findMatching(db, match, at, now)
  if (exact.total > 0 || !terms || terms.code) return { ...exact, isGuess: false, asOf: now }
  const names = await places.recall("place names", now, () => listPlaceNames(db))
  const codes = likestUnits([terms.place, ...terms.words], names)
  const close = await findMatching(db, { by: "likeness", codes }, { ...at, offset: 0 }, now)
  return { units: close.units, total: close.units.length, isGuess: close.units.length > 0, asOf: now }
}
