import "server-only"
import { arabicDigits } from "@/lib/i18n/digits"

/** A day as typed in three fields: read (`2026-11-21`), left empty, of the wrong era, or none that a calendar has. */
export type TypedDayBe =
  | { readonly is: "day"; readonly day: string }
  | { readonly is: "empty" | "era" | "wrong" }

// Papers bear years of the Buddhist era. Before 2484 the year began in April; no order that counts is as old.
const years = { first: 2484, last: 2699 } as const

/** Reads a day of the Buddhist era, in either kind of digits; a year that can only be of the Common Era is said to be so. */
export function parseDayBe(typed: {
  readonly day: string
  readonly month: string
  readonly year: string
}): TypedDayBe {
  const parts = [typed.day, typed.month, typed.year].map((part) =>
    arabicDigits(part).replace(/[\s\p{Cf}]/gu, ""),
  )
  if (parts.every((part) => part === "")) return { is: "empty" }
  if (!parts.every((part) => /^\d{1,4}$/.test(part))) return { is: "wrong" }
  const [day = 0, month = 0, year = 0] = parts.map(Number)
  if (year >= 1900 && year < 2400) return { is: "era" }
  if (year < years.first || year > years.last) return { is: "wrong" }
  const noon = new Date(Date.UTC(year - 543, month - 1, day, 12))
  if (noon.getUTCMonth() !== month - 1 || noon.getUTCDate() !== day) return { is: "wrong" }
  return { is: "day", day: noon.toISOString().slice(0, 10) }
}

/** The three fields of a stored day. */
export function shownDayBe(day: string | null): { day: string; month: string; year: string } {
  const [year, month, date] = (day ?? "").split("-").map(Number)
  if (!year || !month || !date) return { day: "", month: "", year: "" }
  return { day: `${date}`, month: `${month}`, year: `${year + 543}` }
}
