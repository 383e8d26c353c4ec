import "server-only"
import { fileTypeFromBuffer } from "file-type"
import { readPdfObjects } from "./pdf-objects"

/** Whether a file is a PDF that may be handed to anyone, with its number of pages where the file tells it. */
export type PdfVerdict =
  | { readonly fit: true; readonly pages: number | null }
  | { readonly fit: false; readonly why: "not-pdf" | "cut-short" | "encrypted" | "active" | "unreadable" }

/**
 * Names (ISO 32000-1, 7.3.5) that make a PDF do something by itself, carry another file, or hide its content. Every
 * one is long enough not to turn up by chance within compressed data, so they are searched for everywhere.
 */
const activeNames = new Set(
  "JavaScript Launch EmbeddedFile EmbeddedFiles RichMedia Rendition SubmitForm ImportData GoToE GoToR XFA".split(
    " ",
  ),
)

/**
 * Judges a PDF by its content, never by its name or declared type: header, cross-reference and end are in place, it is
 * not encrypted, and it holds no script, no launch action and no embedded file (OWASP ASVS 5.0, 5.2.2).
 */
export async function inspectPdf(content: Buffer): Promise<PdfVerdict> {
  const type = await fileTypeFromBuffer(content)
  if (type?.mime !== "application/pdf") return { fit: false, why: "not-pdf" }
  const text = content.toString("latin1")
  if (!/^%PDF-[12]\.[0-9]/.test(text)) return { fit: false, why: "not-pdf" }
  if (!isEndInPlace(text)) return { fit: false, why: "cut-short" }
  const objects = readPdfObjects(content, text)
  if (!objects) return { fit: false, why: "unreadable" }
  for (const part of objects.parts) {
    const why = troubleIn(part)
    if (why) return { fit: false, why }
  }
  return { fit: true, pages: objects.pages }
}

/** `startxref`, an offset that leads to a cross-reference, and `%%EOF` close the file (ISO 32000-1, 7.5.5). */
function isEndInPlace(text: string): boolean {
  const tail = text.slice(-2048)
  const offset = [...tail.matchAll(/startxref\s+([0-9]{1,10})\s+%%EOF/g)].at(-1)?.[1]
  if (offset === undefined) return false
  return /^\s{0,4}(xref|[0-9]+\s+[0-9]+\s+obj)/.test(text.slice(Number(offset), Number(offset) + 64))
}

function troubleIn(part: string): "encrypted" | "active" | null {
  for (const match of part.matchAll(/\/([^\s()<>[\]{}/%\0]{1,127})/g)) {
    const name = plainName(match[1] ?? "")
    if (name === "Encrypt") return "encrypted"
    if (activeNames.has(name)) return "active"
    if (name === "OpenAction" && !isPlace(part.slice(match.index + match[0].length))) return "active"
  }
  return null
}

/** Office programs write `/OpenAction [3 0 R /XYZ …]`: a place in the document to open at, which does nothing else. */
function isPlace(rest: string): boolean {
  return /^\s*\[/.test(rest.slice(0, 16))
}

/** A name with its `#xx` escapes resolved, so that `/J#61vaScript` is seen for what it is. */
function plainName(name: string): string {
  return name.replace(/#([0-9a-fA-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
}
