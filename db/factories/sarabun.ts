import { readFileSync } from "node:fs"
import { createRequire } from "node:module"
import { inflateSync } from "node:zlib"

/** A font as a PDF embeds it. Lengths are in thousandths of the letter's size. */
export type Font = {
  readonly file: Buffer
  readonly glyphOf: (letter: string) => number
  readonly widthOf: (glyph: number) => number
}

const fonts = new Map<string, Font>()

/** Sarabun, as the portal's own pages carry it: its Thai letters or its Latin ones. */
export function sarabun(script: "thai" | "latin"): Font {
  const known = fonts.get(script)
  if (known) return known
  const file = createRequire(import.meta.url).resolve(
    `@fontsource/sarabun/files/sarabun-${script}-400-normal.woff`,
  )
  const font = fontOf(tablesOf(readFileSync(file)))
  fonts.set(script, font)
  return font
}

/** The tables of a WOFF file (W3C WOFF 1.0, 4), unpacked. */
function tablesOf(woff: Buffer): Map<string, Buffer> {
  const count = woff.readUInt16BE(12)
  const tables = Array.from({ length: count }, (_, at): [string, Buffer] => {
    const entry = 44 + at * 20
    const [offset, packed, length] = [4, 8, 12].map((more) => woff.readUInt32BE(entry + more)) as [
      number,
      number,
      number,
    ]
    const data = woff.subarray(offset, offset + packed)
    return [woff.toString("latin1", entry, entry + 4), packed < length ? inflateSync(data) : data]
  })
  return new Map(tables)
}

function fontOf(tables: Map<string, Buffer>): Font {
  const table = (name: string) => tables.get(name) ?? Buffer.alloc(0)
  const unitsPerEm = table("head").readUInt16BE(18)
  const longMetrics = table("hhea").readUInt16BE(34)
  const letters = lettersOf(table("cmap"))
  return {
    file: sfnt(tables),
    glyphOf: (letter) => letters.get(letter.codePointAt(0) ?? 0) ?? 0,
    widthOf: (glyph) => {
      const at = Math.min(glyph, longMetrics - 1) * 4
      return Math.round((table("hmtx").readUInt16BE(at) * 1000) / unitsPerEm)
    },
  }
}

/** Letters and their glyphs, from a table of format 4 (OpenType, cmap). */
function lettersOf(cmap: Buffer): Map<number, number> {
  const offsets = Array.from({ length: cmap.readUInt16BE(2) }, (_, at) => cmap.readUInt32BE(8 + at * 8))
  const table = offsets.map((at) => cmap.subarray(at)).find((one) => one.readUInt16BE(0) === 4)
  if (!table) throw new Error("no table of letters")
  const letters = new Map<number, number>()
  const twice = table.readUInt16BE(6)
  for (let segment = 0; segment < twice; segment += 2) {
    const last = table.readUInt16BE(14 + segment)
    const first = table.readUInt16BE(16 + twice + segment)
    const delta = table.readUInt16BE(16 + 2 * twice + segment)
    const rangeAt = 16 + 3 * twice + segment
    const range = table.readUInt16BE(rangeAt)
    for (let code = first; code <= last && code < 0xffff; code += 1) {
      const found = range === 0 ? code : table.readUInt16BE(rangeAt + range + 2 * (code - first))
      if (found !== 0) letters.set(code, (found + delta) & 0xffff)
    }
  }
  return letters
}

/** The tables as a TrueType file; checksums are left out, since no reader of PDF asks for them. */
function sfnt(tables: Map<string, Buffer>): Buffer {
  const names = [...tables.keys()].sort()
  const head = Buffer.alloc(12 + names.length * 16)
  head.writeUInt32BE(0x00010000, 0)
  head.writeUInt16BE(names.length, 4)
  const chunks = [head]
  let offset = head.length
  names.forEach((name, at) => {
    const data = tables.get(name) ?? Buffer.alloc(0)
    const padded = Buffer.concat([data, Buffer.alloc((4 - (data.length % 4)) % 4)])
    head.write(name, 12 + at * 16, "latin1")
    head.writeUInt32BE(offset, 12 + at * 16 + 8)
    head.writeUInt32BE(data.length, 12 + at * 16 + 12)
    chunks.push(padded)
    offset += padded.length
  })
  return Buffer.concat(chunks)
}
