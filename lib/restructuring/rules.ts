import type { unitKinds } from "@/db/schema/units"

type Kind = (typeof unitKinds)[number]

/** Kinds of local organisation, by which a unit can be upgraded. */
export const localKinds = [
  "sao",
  "subdistrict_municipality",
  "town_municipality",
  "city_municipality",
  "pao",
  "pattaya",
] as const satisfies readonly Kind[]

/** One of them. */
export type LocalKind = (typeof localKinds)[number]

/** The words by which the name of a kind begins, and the first two digits of its codes. */
const marks: Record<LocalKind, { readonly prefix: string; readonly digits: string }> = {
  sao: { prefix: "องค์การบริหารส่วนตำบล", digits: "06" },
  subdistrict_municipality: { prefix: "เทศบาลตำบล", digits: "05" },
  town_municipality: { prefix: "เทศบาลเมือง", digits: "04" },
  city_municipality: { prefix: "เทศบาลนคร", digits: "03" },
  pao: { prefix: "องค์การบริหารส่วนจังหวัด", digits: "02" },
  pattaya: { prefix: "เมืองพัทยา", digits: "03" },
}

/** Longest texts of a change, in letters; farthest day that it may be planned for. */
export const changeLimits = { name: 200, order: 200, reason: 300, days: 366 } as const

/** Whether a kind is one of a local organisation. */
export function isLocal(kind: Kind): kind is LocalKind {
  return localKinds.some((one) => one === kind)
}

/** The name of a unit without the words for its kind. */
export function shortName(kind: LocalKind, nameTh: string): string {
  const { prefix } = marks[kind]
  const rest = nameTh.startsWith(prefix) ? nameTh.slice(prefix.length).trim() : nameTh
  return rest || nameTh
}

/** Whether a name begins as those of its kind do. */
export function fitsKind(kind: LocalKind, nameTh: string): boolean {
  return nameTh.startsWith(marks[kind].prefix)
}

/** The code that a unit usually gets with a kind: the last six digits outlive an upgrade. */
export function usualCode(kind: LocalKind, code: string): string {
  return `${marks[kind].digits}${code.slice(-6)}`
}

/** Whether a kind hangs under its district's office; the larger ones hang under the provincial one. */
export function isUnderDistrict(kind: LocalKind): boolean {
  return kind === "sao" || kind === "subdistrict_municipality"
}

/** Whether a day is one on which a change cannot take effect: gone by, or too far off. Days are `2026-11-21`. */
export function dayFault(day: string, today: string): boolean {
  const days = (Date.parse(day) - Date.parse(today)) / 86_400_000
  return days < 0 || days > changeLimits.days
}
