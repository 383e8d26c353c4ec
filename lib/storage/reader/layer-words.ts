import "server-only"
import { PDFiumLibrary, type PDFiumPage } from "@hyzyla/pdfium"
import { cutWords, type Glyph } from "./cut-words"
import { type PageWord, wholeSide, wordLimits } from "./page-words"

/**
 * What PDFium's own program offers and its wrapper does not: where on the page each character of the text layer stands
 * (fpdf_text.h, fpdfview.h). Pointers are offsets into its memory.
 */
type Program = {
  readonly HEAPU8: Uint8Array
  readonly wasmExports: {
    malloc(bytes: number): number
    free(pointer: number): void
    FPDFText_LoadPage(page: number): number
    FPDFText_ClosePage(text: number): void
    FPDFText_CountChars(text: number): number
    FPDFText_GetUnicode(text: number, index: number): number
    FPDFText_GetLooseCharBox(text: number, index: number, box: number): number
    FPDF_PageToDevice(
      page: number,
      left: number,
      top: number,
      width: number,
      height: number,
      rotate: number,
      x: number,
      y: number,
      toX: number,
      toY: number,
    ): number
  }
}

/** Reads the text layers of a PDF, page by page. What a layer says may be anything: it is never drawn. */
export async function* layerWords(content: Buffer): AsyncGenerator<{ page: number; words: PageWord[] }> {
  const library = await PDFiumLibrary.init()
  const document = await library.loadDocument(content)
  const pages = Math.min(document.getPageCount(), wordLimits.pages)
  for (let nth = 0; nth < pages; nth++) {
    yield { page: nth + 1, words: cutWords(glyphsOf(document.getPage(nth))) }
  }
}

/** A space of no width, which is left out. */
const nothing = 0x200b

function glyphsOf(page: PDFiumPage): Glyph[] {
  const { module, pageIdx } = page as unknown as { module: Program; pageIdx: number }
  const { wasmExports: pdfium } = module
  const text = pdfium.FPDFText_LoadPage(pageIdx)
  if (!text) return []
  const room = pdfium.malloc(32)
  try {
    const count = Math.min(pdfium.FPDFText_CountChars(text), wordLimits.pageLetters)
    const place = placeOn(module, pageIdx, room)
    return Array.from({ length: Math.max(0, count) }, (_, index) => {
      const code = pdfium.FPDFText_GetUnicode(text, index)
      const letter = code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? code : nothing
      return { text: String.fromCodePoint(letter), ...place(text, index) }
    })
  } finally {
    pdfium.free(room)
    pdfium.FPDFText_ClosePage(text)
  }
}

/** Says where a character stands on the page as it is shown: its rotation and its crop are PDFium's own business. */
function placeOn(module: Program, page: number, room: number) {
  const { wasmExports: pdfium } = module
  const view = () => new DataView(module.HEAPU8.buffer, room, 32)
  const shown = (x: number, y: number) => {
    pdfium.FPDF_PageToDevice(page, 0, 0, wholeSide, wholeSide, 0, x, y, room + 16, room + 20)
    return { x: view().getInt32(16, true), y: view().getInt32(20, true) }
  }
  return (text: number, index: number) => {
    if (!pdfium.FPDFText_GetLooseCharBox(text, index, room)) return { left: 0, top: 0, right: 0, bottom: 0 }
    // FS_RECTF: left, top, right, bottom, each a float
    const [left = 0, top = 0, right = 0, bottom = 0] = [0, 4, 8, 12].map((at) => view().getFloat32(at, true))
    const corners = [shown(left, top), shown(right, bottom)]
    const [xs, ys] = [corners.map(({ x }) => x), corners.map(({ y }) => y)]
    return { left: Math.min(...xs), top: Math.min(...ys), right: Math.max(...xs), bottom: Math.max(...ys) }
  }
}
