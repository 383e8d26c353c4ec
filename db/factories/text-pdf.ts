import { deflateSync } from "node:zlib"
import { assemble, stream } from "./pdf"
import { type Font, sarabun } from "./sarabun"

/** A line of a page; in points from its upper left corner. */
export type TextLine = {
  readonly text: string
  readonly top: number
  /** Left edge; the middle of the page unless told. */
  readonly left?: number
  readonly size?: number
  /** Drawn in no colour: only the text layer has it. */
  readonly isHidden?: boolean
}

const [width, height] = [595, 842]
const fontNames = ["thai", "latin"] as const

/** A PDF of real words in Sarabun, whose text can be searched and copied: A4, a page for each list of lines. */
export function textPdf(
  pages: readonly (readonly TextLine[])[],
  over: { readonly pageEntries?: string } = {},
): Buffer {
  const fonts = fontNames.map((name) => ({ name, font: sarabun(name), used: new Map<number, string>() }))
  const contents = pages.map((lines) => lines.map((line) => drawn(line, fonts)).join("\n"))
  // 1 catalogue, 2 pages, then a page and its content each, then five objects a font
  const first = 3 + pages.length * 2
  const resources = fonts.map(({ name }, at) => `/${name} ${first + at * 5} 0 R`).join(" ")
  const kids = pages.map((_, at) => `${3 + at * 2} 0 R`).join(" ")
  const bodies = [
    Buffer.from("<< /Type /Catalog /Pages 2 0 R >>"),
    Buffer.from(`<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`),
    ...contents.flatMap((content, at) => [
      Buffer.from(
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${width} ${height}] ${over.pageEntries ?? ""} /Contents ${4 + at * 2} 0 R /Resources << /Font << ${resources} >> >> >>`,
      ),
      packed("", Buffer.from(content)),
    ]),
    ...fonts.flatMap((one, at) => fontObjects(one, first + at * 5)),
  ]
  return assemble(bodies, "")
}

type Used = { readonly name: string; readonly font: Font; readonly used: Map<number, string> }

function drawn({ text, top, left, size = 16, isHidden = false }: TextLine, fonts: readonly Used[]): string {
  const all = [...text]
  const letters = all.map((letter, at) => {
    const one = fonts.find(({ font }) => font.glyphOf(letter) !== 0) ?? fonts[0]
    if (!one) throw new Error("no font")
    // what the font lacks is drawn as nothing, and still is in the text layer
    const glyph = one.font.glyphOf(letter) || 0xe000 + ((letter.codePointAt(0) ?? 0) & 0xfff)
    one.used.set(glyph, letter)
    const rise = isRaised(all, at) ? size * raised : 0
    const code = glyph.toString(16).padStart(4, "0")
    return { face: `/${one.name} ${size} Tf ${rise} Ts`, code, width: one.font.widthOf(glyph) }
  })
  const across = (letters.reduce((sum, letter) => sum + letter.width, 0) * size) / 1000
  const runs: { face: string; codes: string }[] = []
  for (const { face, code } of letters) {
    const last = runs.at(-1)
    if (last?.face === face) last.codes += code
    else runs.push({ face, codes: code })
  }
  const shown = runs.map(({ face, codes }) => `${face} <${codes}> Tj`).join(" ")
  return `BT ${isHidden ? 3 : 0} Tr 1 0 0 1 ${left ?? (width - across) / 2} ${height - top} Tm ${shown} ET`
}

/** How much higher a mark stands that is above a vowel, in sizes of the letter. */
const raised = 0.2

/** Whether a tone mark stands above a vowel; programs for text ask the font, and this one knows only that. */
function isRaised(letters: readonly string[], at: number): boolean {
  if (!/[\u0e48-\u0e4c]/.test(letters[at] ?? "")) return false
  return /[\u0e31\u0e34-\u0e37\u0e4d]/.test(letters[at - 1] ?? "") || letters[at + 1] === "\u0e33"
}

/** A composite font (ISO 32000-1, 9.7) whose codes are its glyphs, with the table that tells their letters. */
function fontObjects({ name, font, used }: Used, at: number): Buffer[] {
  const glyphs = [...used.keys()].sort((a, b) => a - b)
  const widths = glyphs.map((glyph) => `${glyph} [${font.widthOf(glyph)}]`).join(" ")
  const face = `/BaseFont /Sarabun-${name}`
  return [
    Buffer.from(
      `<< /Type /Font /Subtype /Type0 ${face} /Encoding /Identity-H /DescendantFonts [${at + 1} 0 R] /ToUnicode ${at + 4} 0 R >>`,
    ),
    Buffer.from(
      `<< /Type /Font /Subtype /CIDFontType2 ${face} /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor ${at + 2} 0 R /CIDToGIDMap /Identity /DW 0 /W [${widths}] >>`,
    ),
    Buffer.from(
      `<< /Type /FontDescriptor /FontName /Sarabun-${name} /Flags 4 /FontBBox [-500 -400 1200 1200] /ItalicAngle 0 /Ascent 1070 /Descent -230 /CapHeight 700 /StemV 80 /FontFile2 ${at + 3} 0 R >>`,
    ),
    packed(`/Length1 ${font.file.length}`, font.file),
    packed("", Buffer.from(toUnicode(used))),
  ]
}

function toUnicode(used: ReadonlyMap<number, string>): string {
  const hex = (text: string) =>
    [...Array(text.length).keys()].map((at) => text.charCodeAt(at).toString(16).padStart(4, "0")).join("")
  const lines = [...used].map(
    ([glyph, letter]) => `<${glyph.toString(16).padStart(4, "0")}> <${hex(letter)}>`,
  )
  const blocks = Array.from({ length: Math.ceil(lines.length / 100) }, (_, at) => {
    const some = lines.slice(at * 100, at * 100 + 100)
    return `${some.length} beginbfchar\n${some.join("\n")}\nendbfchar`
  })
  return `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /own def /CMapType 2 def
1 begincodespacerange <0000> <ffff> endcodespacerange
${blocks.join("\n")}
endcmap CMapName currentdict /CMap defineresource pop end end`
}

function packed(entries: string, data: Buffer): Buffer {
  return stream(`<< /Filter /FlateDecode ${entries} /Length {length} >>`, deflateSync(data))
}
