import "server-only"
import { type PDFiumDocument, PDFiumLibrary } from "@hyzyla/pdfium"
import { encodePage } from "./encode-page"
import { type FileFault, inspectionLimits, type PageImage } from "./verdict"

/** Dots per inch at which a page is drawn; points are 72 to the inch. */
const dpi = 150

/** Draws each page of a PDF. Yields what is wrong with it instead, as the last thing. */
export async function* renderPdf(content: Buffer): AsyncGenerator<PageImage | FileFault> {
  const library = await PDFiumLibrary.init()
  let document: PDFiumDocument
  try {
    document = await library.loadDocument(content)
  } catch (error) {
    yield /password/i.test(String(error)) ? "encrypted" : "unreadable"
    return
  }
  const pages = document.getPageCount()
  if (pages < 1) yield "unreadable"
  if (pages > inspectionLimits.pages) yield "too-many-pages"
  if (pages < 1 || pages > inspectionLimits.pages) return
  for (let nth = 0; nth < pages; nth++) {
    const page = document.getPage(nth)
    const { originalWidth, originalHeight } = page.getOriginalSize()
    const longest = Math.max(originalWidth, originalHeight)
    if (!(longest > 0)) {
      yield "unreadable"
      return
    }
    const scale = Math.min(dpi / 72, (inspectionLimits.pageSide - 1) / longest)
    const drawn = await page.render({ scale, render: "bitmap", renderFormFields: true })
    yield await encodePage(nth + 1, { ...drawn, channels: 4 })
  }
}
