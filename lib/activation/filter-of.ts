import "server-only"
import type { UnitFilter } from "@/db/queries/activation-register"
import { searchTerms } from "@/lib/units/rules"

/** What was typed to find units by, as the lists of this room compare it. */
export function filterOf(typed: { readonly q: string; readonly province: string }): UnitFilter {
  const terms = searchTerms(typed.q)
  return { code: terms?.code ?? null, words: terms?.words ?? [], province: typed.province }
}
