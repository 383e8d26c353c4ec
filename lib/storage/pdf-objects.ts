import "server-only"
import { inflateSync } from "node:zlib"

/** Everything of a PDF in which a name can stand, as text, and the number of pages it claims. */
export type PdfObjects = { readonly parts: readonly string[]; readonly pages: number | null }

// What all object streams of one file may unpack to; an honest manual stays far below.
const maxUnpackedBytes = 64 * 1024 * 1024

const objectStreamName = /\/(O|#4[fF])(b|#62)(j|#6[aA])(S|#53)(t|#74)(m|#6[dD])(?![A-Za-z0-9#])/g

/**
 * The file itself and its unpacked object streams (ISO 32000-1, 7.5.7), where names would otherwise stay hidden.
 * Null when an object stream cannot be unpacked: what cannot be read is not judged fit.
 */
export function readPdfObjects(content: Buffer, text: string): PdfObjects | null {
  const parts = [text]
  let left = maxUnpackedBytes
  for (const match of text.matchAll(objectStreamName)) {
    const unpacked = unpackAt(content, text, match.index, left)
    if (!unpacked) return null
    left -= unpacked.length
    parts.push(unpacked.toString("latin1"))
  }
  return { parts, pages: countPages(parts) }
}

/** The data of the stream whose dictionary holds the name found at `index`. */
function unpackAt(content: Buffer, text: string, index: number, limit: number): Buffer | null {
  const dictionaryStart = text.lastIndexOf(" obj", index)
  const keyword = /\bstream\r?\n/g
  keyword.lastIndex = index
  const opening = keyword.exec(text)
  if (!opening || dictionaryStart < 0) return null
  const dictionary = text.slice(dictionaryStart, opening.index)
  // An honest one holds no string, no escaped name and no decoding parameters; each could lead us past the true data.
  if (dictionary.length > 4096 || /[(#]|\bendobj\b|\/DecodeParms\b/.test(dictionary)) return null
  const start = opening.index + opening[0].length
  if (!/\/Filter\b/.test(dictionary)) return plainData(content, text, start)
  if (!/\/Filter\s*(\/FlateDecode\b|\[\s*\/FlateDecode\s*\])/.test(dictionary)) return null
  return inflateFrom(content, text, start, limit)
}

function plainData(content: Buffer, text: string, start: number): Buffer | null {
  const end = text.indexOf("endstream", start)
  return end < 0 ? null : content.subarray(start, end)
}

/** Compressed data can hold the word `endstream` by chance, so a few later ones are tried too. */
function inflateFrom(content: Buffer, text: string, start: number, limit: number): Buffer | null {
  let end = start
  for (let tries = 0; tries < 4; tries++) {
    end = text.indexOf("endstream", end + 1)
    if (end < 0 || limit <= 0) return null
    try {
      return inflateSync(content.subarray(start, end), { maxOutputLength: limit })
    } catch {
      // Not the end of this stream, too much data, or no deflate data at all.
    }
  }
  return null
}

/** The largest count of a page tree node: the root's is the number of pages (ISO 32000-1, 7.7.3.2). */
function countPages(parts: readonly string[]): number | null {
  let pages: number | null = null
  for (const part of parts) {
    for (const match of part.matchAll(/\/Type\s*\/Pages(?![A-Za-z])/g)) {
      const count = /\/Count\s+([0-9]{1,6})/.exec(dictionaryAround(part, match.index))?.[1]
      if (count !== undefined) pages = Math.max(pages ?? 0, Number(count))
    }
  }
  return pages
}

/** The text of the innermost dictionary around a place. A page tree's kids are references, so it holds no other one. */
function dictionaryAround(part: string, index: number): string {
  const start = part.lastIndexOf("<<", index)
  const end = part.indexOf(">>", index)
  return part.slice(Math.max(start, 0), end < 0 ? undefined : end)
}
