import { PDFiumLibrary } from "@hyzyla/pdfium"
import sharp from "sharp"

/** The first page of a PDF as it comes off an office's scanner: a grey JPEG, a little askew, without any text layer. */
export async function textScan(file: Buffer, over: { readonly dpi?: number; readonly skew?: number } = {}) {
  const { dpi = 200, skew = 0.6 } = over
  const library = await PDFiumLibrary.init()
  const document = await library.loadDocument(file)
  const { data, width, height } = await document.getPage(0).render({ scale: dpi / 72, render: "bitmap" })
  return await sharp(data, { raw: { width, height, channels: 4 } })
    .flatten({ background: "#fff" })
    .greyscale()
    .rotate(skew, { background: "#fff" })
    .blur(0.5)
    .jpeg({ quality: 70 })
    .toBuffer()
}
