import "server-only"

/** The fields of a wish to change a unit, in its form and in the address of the page that tells what it would do. */
export const unitChangeFields = [
  "act",
  "kind",
  "newCode",
  "nameTh",
  "nameEn",
  "intoCode",
  "orderText",
  "reason",
  "effectiveOnDay",
  "effectiveOnMonth",
  "effectiveOnYear",
] as const

/** The fields of a wish as the command and the read take them. */
export function wishOf(unitCode: string, typed: Readonly<Record<string, string>>) {
  const { effectiveOnDay = "", effectiveOnMonth = "", effectiveOnYear = "", ...rest } = typed
  const effectiveOn = { day: effectiveOnDay, month: effectiveOnMonth, year: effectiveOnYear }
  return { ...rest, unitCode, effectiveOn }
}
