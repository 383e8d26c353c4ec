import "server-only"
import { type PageWord, wholeSide, wordLimits } from "./page-words"

/** A character of a page and where it stands, in ten-thousandths of the page. */
export type Glyph = {
  readonly text: string
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

const segmenter = new Intl.Segmenter("th", { granularity: "word" })
const unseen = /[^\p{L}\p{M}\p{N}\p{P}\p{S}]/u
const isBreak = /[\r\n\u2028\u2029\f\v]/

/** Cuts the characters of a page into words: at spaces and new lines, and between them where a dictionary of Thai does. */
export function cutWords(glyphs: readonly Glyph[]): PageWord[] {
  const words: PageWord[] = []
  let run: Glyph[] = []
  let gap: 0 | 1 | 2 = 2
  const finish = (next: 1 | 2) => {
    if (run.length > 0) {
      addRun(words, run, gap)
      gap = next
    } else if (next > gap) gap = next
    run = []
  }
  for (const glyph of glyphs) {
    if (words.length >= wordLimits.words) break
    if (isBreak.test(glyph.text)) finish(2)
    else if (/\s/u.test(glyph.text)) finish(1)
    else if (!unseen.test(glyph.text)) run.push(glyph)
  }
  finish(2)
  return words.slice(0, wordLimits.words)
}

function addRun(words: PageWord[], run: readonly Glyph[], gap: 0 | 1 | 2): void {
  let at = 0
  let before = gap
  for (const segment of segments(run.map(({ text }) => text).join(""))) {
    let length = 0
    const glyphs: Glyph[] = []
    // a segment ends where a character does: characters are whole code points, and segments never cut one
    while (length < segment.length) {
      const glyph = run[at]
      if (!glyph) return
      glyphs.push(glyph)
      length += glyph.text.length
      at += 1
    }
    for (let from = 0; from < glyphs.length; from += wordLimits.letters / 2) {
      words.push(wordOf(glyphs.slice(from, from + wordLimits.letters / 2), before))
      before = 0
    }
  }
}

/** Thai has no space between a word and its digits either, where a reader has lost it. */
function segments(text: string): string[] {
  return [...segmenter.segment(text)].flatMap(({ segment }) => segment.match(/\p{Nd}+|\P{Nd}+/gu) ?? [])
}

function wordOf(glyphs: readonly Glyph[], gap: 0 | 1 | 2): PageWord {
  const least = (of: (glyph: Glyph) => number) =>
    glyphs.reduce((found, one) => Math.min(found, of(one)), wholeSide)
  const most = (of: (glyph: Glyph) => number) => glyphs.reduce((found, one) => Math.max(found, of(one)), 0)
  return [
    glyphs.map(({ text }) => text).join(""),
    part(least(({ left }) => left)),
    part(least(({ top }) => top)),
    part(most(({ right }) => right)),
    part(most(({ bottom }) => bottom)),
    gap,
  ]
}

function part(value: number): number {
  return Math.min(wholeSide, Math.max(0, Math.round(value))) || 0
}
