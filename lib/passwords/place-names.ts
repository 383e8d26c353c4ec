import "server-only"
import { listPlaceNames } from "@/db/queries/passwords"
import type { Executor } from "@/db/types"
import { folded } from "./rules"

/** Names change when reference data is loaded anew, some times a year. In milliseconds. */
const keptFor = 60 * 60 * 1000

/** Shorter names stand inside too many words. In code points. */
const shortest = 4

let kept: { readonly until: number; readonly words: Promise<ReadonlySet<string>> } | undefined

/** The names of all units, subdistricts, districts and provinces, Thai and English, folded. */
export function placeNames(db: Executor, now: Date): Promise<ReadonlySet<string>> {
  if (kept && kept.until > now.getTime()) return kept.words
  const words = listPlaceNames(db).then(
    (names) => new Set(names.flatMap(partsOf).filter((word) => [...word].length >= shortest)),
  )
  kept = { until: now.getTime() + keptFor, words }
  words.catch(() => {
    kept = undefined
  })
  return words
}

/** “Phu Laen Kha Subdistrict Administrative Organization”: as a whole, and as far as the place is named. */
function partsOf(name: string): string[] {
  const place = name.replace(
    / (?:Subdistrict|Town|City|District|Provincial) (?:Administrative|Municipality|Office).*$/,
    "",
  )
  return [folded(name), folded(place)]
}
