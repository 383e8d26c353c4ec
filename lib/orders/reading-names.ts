import "server-only"
import { type FactReading, isRecognised, notFound, readingAt } from "./reading"
import {
  bareOccurrences,
  bareOf,
  nearest,
  occurrences,
  type PaperText,
  plainOf,
  type Range,
} from "./reading-text"

/** A name as it was typed. */
export type WantedName = { readonly title: string; readonly name: string }

// Ranks as they are written out and short (Royal Society of Thailand); the police's among them.
const ranks: readonly (readonly [string, string])[] = [
  ["สิบตำรวจตรี", "ส.ต.ต."],
  ["สิบตำรวจโท", "ส.ต.ท."],
  ["สิบตำรวจเอก", "ส.ต.อ."],
  ["จ่าสิบตำรวจ", "จ.ส.ต."],
  ["ดาบตำรวจ", "ด.ต."],
  ["ร้อยตำรวจตรี", "ร.ต.ต."],
  ["ร้อยตำรวจโท", "ร.ต.ท."],
  ["ร้อยตำรวจเอก", "ร.ต.อ."],
  ["พันตำรวจตรี", "พ.ต.ต."],
  ["พันตำรวจโท", "พ.ต.ท."],
  ["พันตำรวจเอก", "พ.ต.อ."],
  ["จ่าสิบตรี", "จ.ส.ต."],
  ["จ่าสิบโท", "จ.ส.ท."],
  ["จ่าสิบเอก", "จ.ส.อ."],
  ["พันจ่าตรี", "พ.จ.ต."],
  ["พันจ่าโท", "พ.จ.ท."],
  ["พันจ่าเอก", "พ.จ.อ."],
  ["จ่าตรี", "จ.ต."],
  ["จ่าโท", "จ.ท."],
  ["จ่าเอก", "จ.อ."],
  ["สิบตรี", "ส.ต."],
  ["สิบโท", "ส.ท."],
  ["สิบเอก", "ส.อ."],
  ["ร้อยตรี", "ร.ต."],
  ["ร้อยโท", "ร.ท."],
  ["ร้อยเอก", "ร.อ."],
  ["พันตรี", "พ.ต."],
  ["พันโท", "พ.ท."],
  ["พันเอก", "พ.อ."],
  ["เรือตรี", "ร.ต."],
  ["เรือโท", "ร.ท."],
  ["เรือเอก", "ร.อ."],
  ["เรืออากาศตรี", "ร.ต."],
  ["เรืออากาศโท", "ร.ท."],
  ["เรืออากาศเอก", "ร.อ."],
]

/** Every way to write a title, the longest first, and what each stands for; one short form may stand for several. */
const titles: readonly { readonly written: string; readonly means: string }[] = [
  ["นาย", "นาย"],
  ["นางสาว", "นางสาว"],
  ["น.ส.", "นางสาว"],
  ["นส.", "นางสาว"],
  ["นาง", "นาง"],
  ["ดร.", "ดร."],
  ...ranks.flatMap(([long, short]) =>
    [long, short, short.slice(0, -1), short.replaceAll(".", "")].flatMap((written) =>
      ["", "หญิง"].flatMap((sex) =>
        ["", "ว่าที่"].map((acting) => [`${acting}${written}${sex}`, `${acting}${short}${sex}`] as const),
      ),
    ),
  ),
]
  .map(([written = "", means = ""]) => ({ written: plainOf(written), means }))
  .toSorted((a, b) => b.written.length - a.written.length)

/** The title that a plain text begins with, in one spelling, and what follows it. */
export function splitTitle(plain: string): { readonly title: string; readonly name: string } {
  const title = titles.find(({ written }) => plain.startsWith(written) && plain.length > written.length)
  return title ? { title: title.means, name: plain.slice(title.written.length) } : { title: "", name: plain }
}

function titleOf(typed: string): string {
  const plain = plainOf(typed)
  return titles.find(({ written }) => written === plain)?.means ?? plain
}

/** What comes after a name on such papers when no space does. */
const followers = /^(?:ตำแหน่ง|สังกัด|ผู้|เป็น|และ|ลำดับ|เลข|ระดับ|ซึ่ง|ให้|ปลัด|นายก|หัวหน้า|รอง|ปฏิบัติ)/

/** Looks for a person on the paper. `isAllRead`: that nothing is found means that nothing is there. */
export function readName(
  texts: readonly PaperText[],
  { title, name }: WantedName,
  isAllRead: boolean,
): FactReading {
  const wanted = plainOf(name)
  const exact = occurrences(texts, wanted)
  const sure = exact.find((range) => isWhole(range) && hasTitle(range, titleOf(title)))
  if (sure) return readingAt("matches", withTitle(sure))
  const near = exact[0] ?? bareOccurrences(texts, wanted)[0]
  if (near) return readingAt("unsure", withTitle(near))
  return readNear(texts, wanted) ?? notFound(isAllRead)
}

/** Somebody of nearly that name: mistaken letters of a picture, or another person. */
function readNear(texts: readonly PaperText[], wanted: string): FactReading | undefined {
  const near = nearest(texts, wanted)
  const length = bareOf(wanted).length
  if (!near || near.distance > length * 0.34) return undefined
  const isMistaken = isRecognised(near) && near.distance <= Math.max(1, Math.round(length * 0.25))
  return readingAt(isMistaken ? "unsure" : "differs", toItsEnd(withTitle(near)))
}

/** As far as the name goes that stands there. */
function toItsEnd(range: Range): Range {
  let { to } = range
  while (to < range.to + 40 && to < range.text.plain.length && range.text.isApart[to] !== true) to += 1
  return { ...range, to }
}

/** Whether it ends where the name ends: what follows is no letter of it. */
function isWhole({ text, to }: Range): boolean {
  const next = text.plain[to]
  return (
    next === undefined ||
    text.isApart[to] === true ||
    !isLetter(next) ||
    followers.test(text.plain.slice(to, to + 12))
  )
}

const isLetter = (letter: string) => /[\p{L}\p{M}]/u.test(letter)

function hasTitle(range: Range, wanted: string): boolean {
  const before = titleBefore(range)
  if (before) return before.means.includes(wanted)
  const letter = range.text.plain[range.from - 1]
  // without any title, as in some tables
  return letter === undefined || range.text.isApart[range.from] === true || !isLetter(letter)
}

function titleBefore({
  text,
  from,
}: Range): { readonly length: number; readonly means: string[] } | undefined {
  const before = text.plain.slice(Math.max(0, from - 30), from)
  const length = titles.find(({ written }) => before.endsWith(written))?.written.length
  if (length === undefined) return undefined
  const written = before.slice(-length)
  return { length, means: titles.filter((one) => one.written === written).map(({ means }) => means) }
}

function withTitle(range: Range): Range {
  return { ...range, from: range.from - (titleBefore(range)?.length ?? 0) }
}

/**
 * Looks for who signed: his name in brackets under the signature (regulation on correspondence, form 4), else anywhere.
 * Another person in the brackets that come last is a difference.
 */
export function readSigner(texts: readonly PaperText[], typed: string): FactReading {
  const { title, name } = splitTitle(plainOf(typed))
  const found = readName(texts, { title, name }, false)
  if (found.verdict === "matches" || found.found !== null) return found
  const other = texts.flatMap(bracketed).at(-1)
  if (!other) return found
  return readingAt(isRecognised(other) ? "unsure" : "differs", other)
}

/** What stands in brackets and begins like a person. */
function bracketed(text: PaperText): Range[] {
  return [...text.plain.matchAll(/\(([^()]{4,60})\)/g)].flatMap((match) =>
    splitTitle(match[1] ?? "").title === ""
      ? []
      : [{ text, from: match.index, to: match.index + match[0].length }],
  )
}
