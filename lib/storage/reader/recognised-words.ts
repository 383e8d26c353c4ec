import "server-only"
import { createRequire } from "node:module"
import { dirname, join } from "node:path"
import sharp from "sharp"
import { createWorker, type Word } from "tesseract.js"
import { cutWords, type Glyph } from "./cut-words"
import { type PageWord, wholeSide } from "./page-words"

/** Words of which the program itself is less sure than that, of a hundred, are left out: they are specks and stamps. */
const leastSure = 30

/** Pixels across at which letters of an official paper are best recognised: A4 at 300 dpi. */
const bestWidth = 2480

/** Reads the picture of a page by Tesseract with its Thai data, both from their packages: nothing is fetched. */
export async function recognisedWords(image: Buffer): Promise<PageWord[]> {
  const data = dirname(createRequire(import.meta.url).resolve("@tesseract.js-data/tha/package.json"))
  const langPath = join(data, "4.0.0_best_int")
  const worker = await createWorker("tha", 1, { langPath, gzip: true, cacheMethod: "none" })
  try {
    const page = sharp(image).greyscale().resize({ width: bestWidth, kernel: "cubic" }).png()
    const { data: png, info } = await page.toBuffer({ resolveWithObject: true })
    await worker.setParameters({ user_defined_dpi: "300" })
    const { data } = await worker.recognize(png, {}, { blocks: true, text: false })
    const lines = (data.blocks ?? []).flatMap(({ paragraphs }) => paragraphs.flatMap(({ lines }) => lines))
    return cutWords(lines.flatMap(({ words }) => glyphsOfLine(words, info)))
  } finally {
    await worker.terminate()
  }
}

const newLine: Glyph = { text: "\n", left: 0, top: 0, right: 0, bottom: 0 }

/**
 * The letters of a line. Tesseract takes single letters of Thai for words, so that there is a space only where there is
 * room for one. Letters of one box share it evenly: near enough to mark a place by.
 */
function glyphsOfLine(words: readonly Word[], size: { width: number; height: number }): Glyph[] {
  const sure = words.filter(({ confidence }) => confidence >= leastSure)
  const tallest = Math.max(0, ...sure.map(({ bbox }) => bbox.y1 - bbox.y0))
  let end = Number.POSITIVE_INFINITY
  const glyphs = sure.flatMap(({ text, bbox }) => {
    const isApart = bbox.x0 - end > tallest * leastSpace
    end = Math.max(bbox.x1, Number.isFinite(end) ? end : 0)
    return [...(isApart ? [{ ...newLine, text: " " }] : []), ...lettersOf(text, bbox, size)]
  })
  return [...glyphs, newLine]
}

/** Part of the height of a line from which on what is between two letters is a space. */
const leastSpace = 0.18

function lettersOf(text: string, bbox: Word["bbox"], size: { width: number; height: number }): Glyph[] {
  const letters = [...text]
  const step = (bbox.x1 - bbox.x0) / Math.max(1, letters.length)
  const across = (x: number) => (x / size.width) * wholeSide
  const down = (y: number) => (y / size.height) * wholeSide
  return letters.map((letter, at) => ({
    text: letter,
    left: across(bbox.x0 + at * step),
    right: across(bbox.x0 + (at + 1) * step),
    top: down(bbox.y0),
    bottom: down(bbox.y1),
  }))
}
