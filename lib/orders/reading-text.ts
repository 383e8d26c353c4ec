import "server-only"
import type { PageText } from "@/lib/documents/list-words"
import { arabicDigits } from "@/lib/i18n/digits"
import { nearestWithin } from "./nearest-within"

/** Where on a page something stands: left, top, right and bottom in ten-thousandths of it. */
export type Place = {
  readonly documentId: string
  readonly page: number
  /** Width and height of the page's image, in pixels. */
  readonly size: readonly [number, number]
  readonly box: readonly [number, number, number, number]
}

/**
 * A page's text as it is compared. Thai is spelled in more than one order of the same marks, and readers lose marks and
 * spaces; so there is a text without spaces (`plain`), one with them (`spaced`), and one of the letters alone (`bare`).
 */
export type PaperText = {
  readonly source: PageText
  readonly plain: string
  /** Of each character of `plain`: the word it is of, and whether a space or a new line is before it. */
  readonly words: readonly number[]
  readonly isApart: readonly boolean[]
  readonly spaced: string
  /** Of each character of `spaced`, and of `bare`, where it is in `plain`. */
  readonly ofSpaced: readonly number[]
  readonly bare: string
  readonly ofBare: readonly number[]
}

/** Part of a page's text, as offsets into `plain`. */
export type Range = { readonly text: PaperText; readonly from: number; readonly to: number }

/** Characters of an order that are compared at most: its people are many, and each is looked for everywhere. */
const mostCompared = 30_000

const isMark = /[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]/
const isTone = /[\u0e48-\u0e4b]/
const [nikhahit, saraAa, saraAm, saraE, saraAe] = ["\u0e4d", "\u0e32", "\u0e33", "\u0e40", "\u0e41"]

/** The texts of an order's pages, in their order. */
export function paperTexts(pages: readonly PageText[]): PaperText[] {
  let left = mostCompared
  return pages.map((page) => {
    const text = paperText(page, left)
    left -= text.plain.length
    return text
  })
}

function paperText(source: PageText, most: number): PaperText {
  const letters: { letter: string; word: number; gap: 0 | 1 | 2 }[] = []
  source.words.forEach(([text, , , , , before], word) => {
    if (letters.length >= most) return
    let gap = before
    for (const letter of plainLetters(text)) {
      const at = letters.length
      if (!settle(letters, letter)) letters.push({ letter, word, gap })
      if (letters.length > at) gap = 0
    }
  })
  const plain = letters.map(({ letter }) => letter).join("")
  const spacedParts = letters.flatMap(({ letter, gap }, at) =>
    [...(["", " ", "\n"][gap] ?? ""), letter].map((one) => [one, at] as const),
  )
  const bareParts = [...plain].flatMap((letter, at) =>
    isMark.test(letter) ? [] : [[bareLetter(letter), at]],
  ) as [string, number][]
  return {
    source,
    plain,
    words: letters.map(({ word }) => word),
    isApart: letters.map(({ gap }) => gap !== 0),
    spaced: spacedParts.map(([letter]) => letter).join(""),
    ofSpaced: spacedParts.map(([, at]) => at),
    bare: bareParts.map(([letter]) => letter).join(""),
    ofBare: bareParts.map(([, at]) => at),
  }
}

const bareLetter = (letter: string) => (letter === saraAm ? saraAa : letter)

/** One unit of text each, so that offsets count letters. */
function plainLetters(text: string): string[] {
  return [
    ...arabicDigits(text.normalize("NFC"))
      .toLowerCase()
      .replace(/[‐‑–—−]/g, "-"),
  ].filter((letter) => letter.length === 1 && letter.trim() !== "")
}

/** Joins a letter to those before it where they are one in another spelling; false where it stands for itself. */
function settle(letters: { letter: string }[], letter: string): boolean {
  const [before, last] = [letters.at(-2), letters.at(-1)]
  if (!last) return false
  if (letter === saraAa && last.letter === nikhahit) last.letter = saraAm
  else if (letter === saraAa && isTone.test(last.letter) && before?.letter === nikhahit) {
    before.letter = last.letter
    last.letter = saraAm
  } else if (letter === saraE && last.letter === saraE) last.letter = saraAe
  else if (isMark.test(letter) && !isTone.test(letter) && letter !== "\u0e4c" && isTone.test(last.letter)) {
    // a vowel comes before its tone mark, whatever a program wrote: what was last is the mark again
    const tone = last.letter
    last.letter = letter
    letters.push({ ...last, letter: tone })
  } else return false
  return true
}

/** Typed text as it is looked for. */
export function plainOf(typed: string): string {
  const words: PageText["words"] = [[typed, 0, 0, 0, 0, 0]]
  return paperText({ documentId: "", page: 0, from: "layer", width: 0, height: 0, words }, mostCompared).plain
}

/** Its letters alone, without the marks above and below them. */
export function bareOf(plain: string): string {
  return [...plain]
    .filter((letter) => !isMark.test(letter))
    .map(bareLetter)
    .join("")
}

/** Everywhere that a plain text stands. */
export function occurrences(texts: readonly PaperText[], wanted: string): Range[] {
  if (wanted === "") return []
  return texts.flatMap((text) => {
    const found: Range[] = []
    for (let at = text.plain.indexOf(wanted); at >= 0; at = text.plain.indexOf(wanted, at + 1))
      found.push({ text, from: at, to: at + wanted.length })
    return found
  })
}

/** Everywhere that its letters stand, with whatever marks. */
export function bareOccurrences(texts: readonly PaperText[], wanted: string): Range[] {
  const bare = bareOf(wanted)
  if (bare === "") return []
  return texts.flatMap((text) => {
    const found: Range[] = []
    for (let at = text.bare.indexOf(bare); at >= 0; at = text.bare.indexOf(bare, at + 1))
      found.push(ofBareRange(text, at, at + bare.length))
    return found
  })
}

function ofBareRange(text: PaperText, from: number, to: number): Range {
  return { text, from: text.ofBare[from] ?? 0, to: text.ofBare[to] ?? text.plain.length }
}

/** The part of the texts that comes nearest in letters, with how many have to be changed, added or left out. */
export function nearest(
  texts: readonly PaperText[],
  wanted: string,
): (Range & { readonly distance: number }) | undefined {
  const bare = bareOf(wanted)
  let best: (Range & { readonly distance: number }) | undefined
  for (const text of texts) {
    const found = nearestWithin(text.bare, bare)
    if (!found || (best && best.distance <= found.distance)) continue
    best = { ...ofBareRange(text, found.from, found.to), distance: found.distance }
  }
  return best
}

/** Where a part of a page stands: the box of its words. */
export function placeOf({ text, from, to }: Range): Place {
  const boxes = wordsOf({ text, from, to })
  const side = (at: 1 | 2 | 3 | 4) => boxes.map((word) => word[at])
  return {
    documentId: text.source.documentId,
    page: text.source.page,
    size: [text.source.width, text.source.height],
    box: [Math.min(...side(1)), Math.min(...side(2)), Math.max(...side(3)), Math.max(...side(4))],
  }
}

const longestShown = 80

/** A part of a page as it stands there, in whole words. */
export function wordingOf(range: Range): string {
  const said = wordsOf(range).map(([text, , , , , gap], at) => (gap !== 0 && at > 0 ? ` ${text}` : text))
  const shown = [...said.join("")]
  return shown.length > longestShown ? `${shown.slice(0, longestShown).join("")}…` : shown.join("")
}

function wordsOf({ text, from, to }: Range) {
  const first = text.words[from] ?? 0
  const last = text.words[Math.max(from, to - 1)] ?? first
  return text.source.words.slice(first, last + 1)
}
