import "server-only"
import { arabicDigits } from "@/lib/i18n/digits"

/** A number as it stands on a paper: as it is compared, and the year where it was written behind it. */
export type OrderNumber = { readonly number: string; readonly yearBe?: number }

// “คำสั่งองค์การบริหารส่วนตำบล… ที่ ๑๒๓”: what is before the number is its name, not a part of it.
const leading = /^(?:คำสั่ง.*?ที่|หนังสือ.*?ที่|เลขที่|ที่|no\.?|number)\s*/iu

const longest = 60

/** The years that an order can be of, in the Buddhist era. */
export const orderYears = { first: 2500, last: 2699 } as const

/**
 * Reads the number of an order or letter as people type it, in either kind of digits: `๑๒๓/๒๕๖๙`, `ที่ 123`,
 * `ที่ ชย ๕๒๐๐๑/๑๒๓`, `มท 0808.2/ว 12`. The canonical form has Arabic digits, no “ที่”, single spaces, no zeros ahead of a
 * running number, and the year apart; nothing where there is no number in it.
 *
 * @param yearBe year typed in its own field: `12/69` of that year is number 12
 */
export function parseOrderNumber(typed: string, yearBe?: number): OrderNumber | undefined {
  const bare = tidy(typed)
  if (bare.length > longest || !/^[\p{L}\p{M}\d .()/-]+$/u.test(bare) || !/\d/.test(bare)) return undefined
  const withYear = /^((?:ว )?\d+)\/(\d{4}|\d{2})$/.exec(bare)
  const year = withYear ? yearOf(withYear[2] ?? "", yearBe) : undefined
  const number = (year === undefined ? bare : (withYear?.[1] ?? "")).replace(/(^|\/|ว )0+(?=\d+$)/, "$1")
  return year === undefined ? { number } : { number, yearBe: year }
}

function tidy(typed: string): string {
  return arabicDigits(typed.normalize("NFC"))
    .replace(/\p{Cf}/gu, "")
    .replace(/[–—−]/g, "-")
    .trim()
    .replace(leading, "")
    .replace(/([\p{L}\p{M}])\.?\s*(?=\d)/gu, "$1 ")
    .replace(/\s*([/.])\s*(?=\d)/g, "$1")
    .replace(/\s*\/\s*/g, "/")
    .replace(/\s+/g, " ")
    .trim()
}

function yearOf(digits: string, yearBe: number | undefined): number | undefined {
  const year = Number(digits)
  if (digits.length === 4) return year >= orderYears.first && year <= orderYears.last ? year : undefined
  return yearBe !== undefined && yearBe % 100 === year ? yearBe : undefined
}
