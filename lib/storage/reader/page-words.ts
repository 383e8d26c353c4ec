import "server-only"
import { z } from "zod"

/** Limits that both sides of the wall keep to: the one that reads a page, and the one that does not believe it. */
export const wordLimits = {
  /** Pages of a file that are read. What an order says of itself stands on its first ones. */
  pages: 12,
  words: 4000,
  letters: 60,
  /** Characters of a page that are looked at. */
  pageLetters: 40_000,
} as const

/** One whole side of a page; boxes are told in parts of it, whatever the size of the paper or its picture. */
export const wholeSide = 10_000

const part = z.number().int().min(0).max(wholeSide)

/** Letters, marks, digits, punctuation and symbols; nothing that turns the direction of reading or can't be seen. */
const plainText = z
  .string()
  .min(1)
  .max(wordLimits.letters)
  .regex(/^[\p{L}\p{M}\p{N}\p{P}\p{S}]+$/u)

/**
 * A word of a page: its text, left, top, right and bottom in ten-thousandths of the page as it is shown, and whether a
 * space (1), a new line (2) or nothing (0) is before it. Thai has no spaces between words, so they are cut where a
 * dictionary cuts them.
 */
export const pageWord = z.tuple([plainText, part, part, part, part, z.literal([0, 1, 2])])

/** One of them. */
export type PageWord = z.infer<typeof pageWord>

/** What the process that reads says, a JSON line each: `ready`, each page with a text, and that it is through. */
export const readerLine = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("ready") }),
  z.object({
    kind: z.literal("words"),
    page: z.number().int().min(1).max(wordLimits.pages),
    words: z.array(pageWord).max(wordLimits.words),
  }),
  z.object({ kind: z.literal("end") }),
])

/** One of those lines. */
export type ReaderLine = z.infer<typeof readerLine>

/** The words of a page as they are kept. */
export function packWords(words: readonly PageWord[]): Buffer {
  return Buffer.from(JSON.stringify(words))
}

/** The words of a page that was kept. Throws where they are none. */
export function unpackWords(bytes: Buffer): PageWord[] {
  return z
    .array(pageWord)
    .max(wordLimits.words)
    .parse(JSON.parse(bytes.toString("utf8")))
}

const thaiOrDigit = /[\u0e01-\u0e2e0-9\u0e50-\u0e59]/gu
const fewest = 20

/**
 * Whether there is a text to speak of. A scanner's program may leave an empty layer, and a font without a table of its
 * letters gives signs that stand for nothing.
 */
export function isLegible(words: readonly PageWord[]): boolean {
  let count = 0
  for (const [text] of words) count += text.match(thaiOrDigit)?.length ?? 0
  return count >= fewest
}
