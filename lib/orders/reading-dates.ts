import "server-only"
import { type FactReading, isRecognised, readingAt } from "./reading"
import type { PaperText, Range } from "./reading-text"

const months = [
  ["มกราคม", "ม.ค."],
  ["กุมภาพันธ์", "ก.พ."],
  ["มีนาคม", "มี.ค."],
  ["เมษายน", "เม.ย."],
  ["พฤษภาคม", "พ.ค."],
  ["มิถุนายน", "มิ.ย."],
  ["กรกฎาคม", "ก.ค."],
  ["สิงหาคม", "ส.ค."],
  ["กันยายน", "ก.ย."],
  ["ตุลาคม", "ต.ค."],
  ["พฤศจิกายน", "พ.ย."],
  ["ธันวาคม", "ธ.ค."],
] as const

/** A month written out may have lost its marks, and spaces may have come into it; short ones differ by a mark alone. */
const monthPatterns = months.map(([long, short]) => {
  const loose = [...long].map((letter) => (/\p{M}/u.test(letter) ? `${letter}?` : letter)).join(" ?")
  return `(${loose}|${[...short].map((letter) => (letter === "." ? "\\.?" : letter)).join(" ?")})`
})
const era = "(?:พ ?\\.? ?ศ ?\\.?|พุทธศักราช)?"
const inWords = new RegExp(
  `(?<!\\d)(\\d ?\\d?)\\s?(?:เดือน\\s?)?(?:${monthPatterns.join("|")})\\.?\\s?${era}\\s?(\\d{2,6}|\\d(?: \\d){1,5})(?!\\d)`,
  "gu",
)
const inDigits = /(?<!\d)(\d{1,2}) ?([/.-]) ?(\d{1,2}) ?\2 ?(\d{4}|\d{2})(?!\d)/g

type Dated = {
  /** Nothing where the calendar has no such day: something in it was mistaken. */
  readonly day: string | undefined
  /** January is 1. */
  readonly month: number
  readonly range: Range
  /** `own`: the day of the paper itself · `other`: a day on which something begins, ends or was written. */
  readonly is: "own" | "other" | "bare"
}

/** Looks for the day of the order, `YYYY-MM-DD`: that after “สั่ง ณ วันที่”, else the only one that there is. */
export function readDay(texts: readonly PaperText[], wanted: string): FactReading {
  const days = texts.flatMap(daysOf)
  const own = days.find(({ is }) => is === "own")
  if (own) return judge(own, wanted)
  const bare = days.filter(({ is }) => is === "bare")
  const same = bare.find(({ day }) => day === wanted)
  if (same)
    return readingAt(new Set(bare.map(({ day }) => day)).size === 1 ? "matches" : "unsure", same.range)
  if (bare[0] && bare.length === 1) return judge(bare[0], wanted)
  return { verdict: "unsure", found: null, place: null }
}

function judge({ day, month, range }: Dated, wanted: string): FactReading {
  if (day === wanted) return readingAt("matches", range)
  // Thai digits of a picture are mistaken often, words seldom
  const isMistaken = isRecognised(range) && month === Number(wanted.slice(5, 7))
  return readingAt(day === undefined || isMistaken ? "unsure" : "differs", range)
}

function daysOf(text: PaperText): Dated[] {
  const written = [...text.spaced.matchAll(inWords)].map((match) => {
    const month = match.slice(2, 2 + months.length).findIndex((found) => found !== undefined)
    return { match, day: match[1]?.replace(" ", ""), month: month + 1, year: match[2 + months.length] }
  })
  const digits = [...text.spaced.matchAll(inDigits)].map((match) => ({
    match,
    day: match[1],
    month: Number(match[3]),
    year: match[4],
  }))
  return [...written, ...digits]
    .toSorted((a, b) => a.match.index - b.match.index)
    .map(({ match, day, month, year = "" }) => {
      const end = match.index + match[0].length
      const range = {
        text,
        from: text.ofSpaced[match.index] ?? 0,
        to: text.ofSpaced[end] ?? text.plain.length,
      }
      const before = text.plain.slice(Math.max(0, range.from - 20), range.from)
      return {
        day: isoDay(Number(day), month, yearOf(year.replaceAll(" ", ""))),
        month,
        range,
        is: kindOf(before),
      }
    })
}

/** What stands before a day says what day it is. */
function kindOf(before: string): Dated["is"] {
  if (/ณ(?:วันที?่?)?$/.test(before)) return "own"
  return /(?:แต่|ถึง|จนถึง|ลง|เมื่อ|ภายใน)(?:วันที?่?)?$/.test(before) ? "other" : "bare"
}

/** Of two digits, the year of this century of the Buddhist era; of the Common Era where it can be no other. */
function yearOf(digits: string): number {
  const year = Number(digits)
  if (digits.length !== 4 && digits.length !== 2) return Number.NaN
  if (digits.length === 2) return 2500 + year - 543
  return year >= 2400 ? year - 543 : year
}

function isoDay(day: number, month: number, year: number): string | undefined {
  const noon = new Date(Date.UTC(year, month - 1, day, 12))
  const isDay = noon.getUTCMonth() === month - 1 && noon.getUTCDate() === day
  return isDay ? noon.toISOString().slice(0, 10) : undefined
}
