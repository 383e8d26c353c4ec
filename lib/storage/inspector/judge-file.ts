import "server-only"
import { fileTypeFromBuffer } from "file-type"
import { inspectPdf } from "../inspect-pdf"
import { isPolyglot } from "./foreign-parts"
import { renderImage } from "./render-image"
import { renderPdf } from "./render-pdf"
import { unpacksTooLarge } from "./unpacked-size"
import type { FileFault, InspectorLine, PageImage } from "./verdict"

/** What a file turns out to be, page by page, and at the end whether it is accepted. */
export type Judged = PageImage | Exclude<InspectorLine, { kind: "page" | "ready" }>

const programs = ["application/x-msdownload", "application/x-elf", "application/x-mach-binary"]
const pdfFaults = {
  "not-pdf": "not-accepted",
  "cut-short": "unreadable",
  encrypted: "encrypted",
  active: "active",
  unreadable: "unreadable",
} as const satisfies Record<string, FileFault>

const refusedFor = (why: FileFault) => ({ kind: "refused", why }) as const

/** Judges a file by its content alone, whatever its name says it is. */
export async function* judgeFile(content: Buffer): AsyncGenerator<Judged> {
  const mime = (await fileTypeFromBuffer(content))?.mime
  if (mime === "application/pdf") yield* judgePdf(content)
  else if (mime === "image/jpeg" || mime === "image/png") yield* judgeImage(content, mime)
  else yield refusedFor(mime && programs.includes(mime) ? "program" : "not-accepted")
}

async function* judgePdf(content: Buffer): AsyncGenerator<Judged> {
  if (isPolyglot(content, "pdf")) return yield refusedFor("polyglot")
  if (await unpacksTooLarge(content)) return yield refusedFor("unpacks-too-large")
  const verdict = await inspectPdf(content)
  if (!verdict.fit) return yield refusedFor(pdfFaults[verdict.why])
  let pages = 0
  for await (const page of renderPdf(content)) {
    if (typeof page === "string") return yield refusedFor(page)
    pages = page.page
    yield page
  }
  yield { kind: "fit", mediaType: "application/pdf", pages }
}

async function* judgeImage(content: Buffer, mediaType: "image/jpeg" | "image/png"): AsyncGenerator<Judged> {
  if (isPolyglot(content, "image")) return yield refusedFor("polyglot")
  const page = await renderImage(content)
  if (typeof page === "string") return yield refusedFor(page)
  yield page
  yield { kind: "fit", mediaType, pages: 1 }
}
