import "server-only"
import { parseOrderNumber } from "./order-number"
import { type FactReading, isRecognised, readingAt } from "./reading"
import { nearest, occurrences, type PaperText, plainOf, type Range } from "./reading-text"

/** An order's number as it was typed: in Arabic digits, its year of the Buddhist era apart. */
export type WantedNumber = { readonly number: string; readonly yearBe: number | null }

type Numbered = Range & { readonly isSame: boolean; readonly isHead: boolean }

/** “ที่” with or without its marks, then letters of an agency, digits and a stroke: `ที่ ชย ๕๒๐๐๑/ว ๑๒`. */
const numbers = /(วัน ?)?ท ?ี? ?่?\s?((?:[ก-ฮ]{1,4}\.? ?)?\d[\d. -]*\/ ?(?:ว ?)?(?:\d{2,}|\d(?: ?\d)*))/g

/** Looks for the number of the order: the first on the paper that stands after “ที่”. */
export function readNumber(texts: readonly PaperText[], wanted: WantedNumber): FactReading {
  const found = texts.flatMap((text) => numbersOf(text, wanted))
  const [own] = found
  const same = found.find(({ isSame }) => isSame)
  if (same) return readingAt(same === own || same.isHead ? "matches" : "unsure", same)
  const loose = looseNumber(texts, wanted)
  if (loose) return readingAt(own ? "unsure" : "matches", loose)
  if (!own) return { verdict: "unsure", found: null, place: null }
  return readingAt(isRecognised(own) && isNear(own, wanted) ? "unsure" : "differs", own)
}

function numbersOf(text: PaperText, { number, yearBe }: WantedNumber): Numbered[] {
  const subject = text.spaced.search(/เร ?ื? ?่? ?อ ?ง/)
  return [...text.spaced.matchAll(numbers)].flatMap((match) => {
    const written = (match[2] ?? "").trim()
    if (match[1] || written === "") return []
    const begin = match.index + match[0].indexOf(written)
    const range = {
      text,
      from: text.ofSpaced[begin] ?? 0,
      to: text.ofSpaced[begin + written.length] ?? text.plain.length,
    }
    // a space within digits is a reader's, not a writer's
    const parsed = parseOrderNumber(written.replace(/(\d) +(?=\d)/g, "$1"), yearBe ?? undefined)
    const isYear = parsed?.yearBe === undefined || yearBe === null || parsed.yearBe === yearBe
    const isHead = subject < 0 || match.index < subject
    return [{ ...range, isSame: parsed?.number === number && isYear, isHead }]
  })
}

/** The number with its year, or one that has a stroke of its own, wherever it stands. */
function looseNumber(texts: readonly PaperText[], { number, yearBe }: WantedNumber): Range | undefined {
  const wanted = number.includes("/")
    ? [number]
    : [`${number}/${yearBe}`, `${number}/${String(yearBe).slice(2)}`]
  return wanted
    .flatMap((one) => occurrences(texts, plainOf(one.replaceAll(" ", ""))))
    .find(
      ({ text, from, to }) =>
        !/[\d/]/.test(text.plain[from - 1] ?? "") && !/[\d/]/.test(text.plain[to] ?? ""),
    )
}

/**
 * Whether mistaken digits lie between what was recognised and what was typed: Thai ones are mistaken often, so that of a
 * number before its year the half may be others.
 */
function isNear({ text, from, to }: Range, { number }: WantedNumber): boolean {
  const wanted = plainOf(number.replaceAll(" ", ""))
  const part = { ...text, bare: text.plain.slice(from, to), ofBare: [...Array(to - from).keys()] }
  return (nearest([part], wanted)?.distance ?? wanted.length) <= Math.max(1, Math.floor(wanted.length / 2))
}
