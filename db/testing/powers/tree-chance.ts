import type { Chance } from "@/db/factories/chance"
import type { WorldUnit } from "./world"

/** An id by chance, in the form of a uuid. */
export function idBy(chance: Chance): string {
  const hex = Array.from({ length: 8 }, () => Math.floor(chance.below(65_536)).toString(16).padStart(4, "0"))
  const [a, b, c, d, e, f, g, h] = hex
  return `${a}${b}-${c}-4${d?.slice(1)}-8${e?.slice(1)}-${f}${g}${h}`
}

/** Whether something happens that happens so often in a hundred. */
export const isLikely = (chance: Chance, percent: number): boolean => chance.below(100) < percent

/** Codes of units, at least one. */
export function codesOf(units: readonly WorldUnit[]): [string, ...string[]] {
  return ["00", ...units.map(({ code }) => code)]
}
