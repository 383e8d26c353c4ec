import { arabicDigits } from "./digits"

/** Years from here on are of the Buddhist era: nobody means the Christian year 2400. */
const firstBuddhistYear = 2400

/**
 * The instant at which a day typed in three fields begins in Bangkok; nothing for a day that no calendar has. Thai
 * digits are read, and a year of either era is understood.
 */
export function parseTypedDay(typed: { day: string; month: string; year: string }): Date | undefined {
  const [day, month, year] = [typed.day, typed.month, typed.year].map((part) => wholeNumber(part))
  if (day === undefined || month === undefined || year === undefined) return undefined
  const christian = year >= firstBuddhistYear ? year - 543 : year
  if (christian < 2000 || christian > 2199) return undefined
  const noonUtc = new Date(Date.UTC(christian, month - 1, day, 12))
  if (noonUtc.getUTCMonth() !== month - 1 || noonUtc.getUTCDate() !== day) return undefined
  return new Date(Date.UTC(christian, month - 1, day) - bangkokOffset)
}

/** Bangkok is seven hours ahead of UTC, all year round. In milliseconds. */
const bangkokOffset = 7 * 60 * 60 * 1000

/** Day, month and year of an instant in Bangkok, as they are typed: the Buddhist year in Thai. */
export function typedDay(at: Date, locale: "th" | "en"): { day: string; month: string; year: string } {
  const local = new Date(at.getTime() + bangkokOffset)
  const year = local.getUTCFullYear() + (locale === "th" ? 543 : 0)
  return { day: `${local.getUTCDate()}`, month: `${local.getUTCMonth() + 1}`, year: `${year}` }
}

function wholeNumber(typed: string): number | undefined {
  const bare = arabicDigits(typed).replace(/[\s\p{Cf}]/gu, "")
  return /^\d{1,4}$/.test(bare) ? Number(bare) : undefined
}
