import { deflateSync } from "node:zlib"

/** What to plant into a PDF that is otherwise sound. */
export type PdfOverrides = {
  /** Entries added to the catalogue, as PDF source. */
  readonly catalogue?: string
  /** Entries added to the trailer. */
  readonly trailer?: string
  /** PDF source to put into a compressed object stream, out of plain sight. */
  readonly hidden?: string
  readonly pages?: number
  /** What is painted on each page, as PDF source. */
  readonly draw?: string
  /** Makes the file different without changing what it is. */
  readonly text?: string
  /** Pads the file to at least this many bytes. */
  readonly sizeBytes?: number
}

/** A small sound PDF, valid as to its cross-reference, with whatever a test plants into it. */
export function pdf(over: PdfOverrides = {}): Buffer {
  const pages = over.pages ?? 1
  const kids = Array.from({ length: pages }, (_, i) => `${i + 3} 0 R`).join(" ")
  const bodies: Buffer[] = [
    Buffer.from(`<< /Type /Catalog /Pages 2 0 R ${over.catalogue ?? ""} >>`),
    Buffer.from(`<< /Type /Pages /Kids [${kids}] /Count ${pages} >>`),
    ...Array.from({ length: pages }, () =>
      Buffer.from(
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] ${over.draw ? `/Contents ${pages + 3} 0 R ` : ""}>>`,
      ),
    ),
    stream(`<< /Length {length} >>`, Buffer.from(over.draw ?? `BT (${over.text ?? "x"}) Tj ET`)),
  ]
  if (over.hidden !== undefined) {
    const packed = deflateSync(Buffer.from(`90 0 ${over.hidden}`))
    bodies.push(stream("<< /Type /ObjStm /N 1 /First 5 /Filter /FlateDecode /Length {length} >>", packed))
  }
  const padding = over.sizeBytes ?? 0
  if (padding > 0) bodies.push(stream("<< /Length {length} >>", Buffer.alloc(padding, " ")))
  return assemble(bodies, over.trailer ?? "")
}

/** A stream object; `{length}` in its dictionary becomes its length. */
export function stream(dictionary: string, data: Buffer): Buffer {
  const head = `${dictionary.replace("{length}", String(data.length))}\nstream\n`
  return Buffer.concat([Buffer.from(head), data, Buffer.from("\nendstream")])
}

/** Objects 1, 2, … as a file, the first of them its catalogue. */
export function assemble(bodies: readonly Buffer[], trailer: string): Buffer {
  const chunks: Buffer[] = [Buffer.from("%PDF-1.7\n%\u00e2\u00e3\n", "latin1")]
  const offsets: number[] = []
  let at = chunks[0]?.length ?? 0
  bodies.forEach((body, i) => {
    const chunk = Buffer.concat([Buffer.from(`${i + 1} 0 obj\n`), body, Buffer.from("\nendobj\n")])
    offsets.push(at)
    at += chunk.length
    chunks.push(chunk)
  })
  const entries = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("")
  const size = bodies.length + 1
  chunks.push(Buffer.from(`xref\n0 ${size}\n0000000000 65535 f \n${entries}`))
  chunks.push(Buffer.from(`trailer\n<< /Size ${size} /Root 1 0 R ${trailer} >>\nstartxref\n${at}\n%%EOF\n`))
  return Buffer.concat(chunks)
}
