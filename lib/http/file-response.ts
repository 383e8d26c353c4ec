import "server-only"
import { type ByteRange, parseByteRange } from "./byte-range"

/** A file to hand out. `parts` yields the bytes from `first` to `last`, both included, in pieces. */
export type OutgoingFile = {
  readonly sizeBytes: number
  readonly sha256: string
  readonly lastModified: Date
  readonly type: string
  readonly names: { readonly thai: string; readonly ascii: string }
  readonly disposition: "inline" | "attachment"
  readonly cacheControl: string
  readonly parts: (first: number, last: number) => AsyncIterable<Uint8Array>
}

/** Answers GET and HEAD for a file: validators, ranges, and a name that keeps its Thai (RFC 9110 §13–14, RFC 6266). */
export function fileResponse(request: Request, file: OutgoingFile): Response {
  const headers = commonHeaders(file)
  if (isUnchanged(request, file)) return new Response(null, { status: 304, headers })
  // Range is defined for GET alone (RFC 9110, 14.2).
  const range = request.method === "GET" ? wantedRange(request, file) : "whole"
  if (range === "unsatisfiable") {
    headers.set("content-range", `bytes */${file.sizeBytes}`)
    return new Response(null, { status: 416, headers })
  }
  const { first, last } = range === "whole" ? { first: 0, last: file.sizeBytes - 1 } : range
  headers.set("content-type", file.type)
  headers.set("content-length", String(last - first + 1))
  headers.set("content-disposition", contentDisposition(file.disposition, file.names))
  if (range !== "whole") headers.set("content-range", `bytes ${first}-${last}/${file.sizeBytes}`)
  const body = request.method === "HEAD" ? null : bodyOf(file.parts(first, last))
  return new Response(body, { status: range === "whole" ? 200 : 206, headers })
}

/** The name twice: ASCII for old programs, UTF-8 for the rest (RFC 6266 §4.3, RFC 8187). */
export function contentDisposition(kind: OutgoingFile["disposition"], names: OutgoingFile["names"]): string {
  const encoded = encodeURIComponent(names.thai).replace(
    /['()*]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `${kind}; filename="${names.ascii.replace(/[^\w.-]/g, "_")}"; filename*=UTF-8''${encoded}`
}

function commonHeaders(file: OutgoingFile): Headers {
  return new Headers({
    etag: etagOf(file),
    "last-modified": file.lastModified.toUTCString(),
    "accept-ranges": "bytes",
    "cache-control": file.cacheControl,
    "x-content-type-options": "nosniff",
  })
}

function etagOf(file: OutgoingFile): string {
  return `"${file.sha256}"`
}

/** If-None-Match decides alone where it stands; else If-Modified-Since (RFC 9110, 13.2.2). */
function isUnchanged(request: Request, file: OutgoingFile): boolean {
  const tags = request.headers.get("if-none-match")
  if (tags !== null) {
    return (
      tags.trim() === "*" || tags.split(",").some((tag) => tag.trim().replace(/^W\//, "") === etagOf(file))
    )
  }
  const since = Date.parse(request.headers.get("if-modified-since") ?? "")
  return !Number.isNaN(since) && wholeSeconds(file.lastModified) <= since
}

/** A range is honoured only if the rest that the browser holds is of this same file (If-Range; RFC 9110, 13.1.5). */
function wantedRange(request: Request, file: OutgoingFile): ByteRange | "whole" | "unsatisfiable" {
  const condition = request.headers.get("if-range")
  if (
    condition !== null &&
    condition !== etagOf(file) &&
    Date.parse(condition) !== wholeSeconds(file.lastModified)
  ) {
    return "whole"
  }
  return parseByteRange(request.headers.get("range"), file.sizeBytes)
}

/** HTTP dates carry no fractions of a second. */
function wholeSeconds(at: Date): number {
  return Math.floor(at.getTime() / 1000) * 1000
}

/** Pulls the next piece only when the reader has taken the last one, and stops when he leaves. */
export function bodyOf(parts: AsyncIterable<Uint8Array>): ReadableStream<Uint8Array> {
  const source = parts[Symbol.asyncIterator]()
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const { done, value } = await source.next()
        if (done) controller.close()
        else controller.enqueue(value)
      },
      async cancel() {
        await source.return?.()
      },
    },
    { highWaterMark: 1 },
  )
}
