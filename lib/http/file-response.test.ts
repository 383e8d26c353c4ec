import { createHash } from "node:crypto"
import { describe, expect, it } from "vitest"
import { parseByteRange } from "./byte-range"
import { contentDisposition, fileResponse, type OutgoingFile } from "./file-response"

const content = Buffer.from("0123456789".repeat(100))
const sha256 = createHash("sha256").update(content).digest("hex")
const changed = new Date("2026-11-21T01:02:03.456Z")

const file: OutgoingFile = {
  sizeBytes: content.length,
  sha256,
  lastModified: changed,
  type: "application/pdf",
  names: { thai: "คู่มือ (ฉบับ'ก').pdf", ascii: "manual-v1.pdf" },
  disposition: "inline",
  cacheControl: "public, max-age=60",
  async *parts(first, last) {
    for (let at = first; at <= last; at += 64) yield content.subarray(at, Math.min(at + 64, last + 1))
  },
}

async function ask(headers: Record<string, string>, method = "GET") {
  const response = fileResponse(new Request("http://localhost/m/x/file", { headers, method }), file)
  return { response, body: Buffer.from(await response.arrayBuffer()) }
}

const cases = [
  { name: "no range", range: undefined, status: 200, first: 0, last: 999 },
  { name: "the first bytes", range: "bytes=0-99", status: 206, first: 0, last: 99 },
  { name: "one byte", range: "bytes=5-5", status: 206, first: 5, last: 5 },
  { name: "across pieces", range: "bytes=60-70", status: 206, first: 60, last: 70 },
  { name: "from a place to the end", range: "bytes=900-", status: 206, first: 900, last: 999 },
  { name: "beyond the end, clipped", range: "bytes=990-5000", status: 206, first: 990, last: 999 },
  { name: "the last bytes", range: "bytes=-10", status: 206, first: 990, last: 999 },
  { name: "more last bytes than there are", range: "bytes=-99999", status: 206, first: 0, last: 999 },
  { name: "another case of the unit", range: "Bytes=1-2", status: 206, first: 1, last: 2 },
  { name: "several ranges: the whole file", range: "bytes=0-1,5-6", status: 200, first: 0, last: 999 },
  { name: "another unit: the whole file", range: "pages=1-2", status: 200, first: 0, last: 999 },
  { name: "backwards: the whole file", range: "bytes=9-3", status: 200, first: 0, last: 999 },
  { name: "nonsense: the whole file", range: "bytes=a-b", status: 200, first: 0, last: 999 },
  { name: "an empty range: the whole file", range: "bytes=-", status: 200, first: 0, last: 999 },
]

describe("a file is handed out by ranges", () => {
  it.each(cases)("$name", async ({ range, status, first, last }) => {
    const { response, body } = await ask(range === undefined ? {} : { range })
    expect(response.status).toBe(status)
    expect(body.equals(content.subarray(first, last + 1))).toBe(true)
    expect(response.headers.get("content-length")).toBe(String(last - first + 1))
    expect(response.headers.get("content-range")).toBe(status === 206 ? `bytes ${first}-${last}/1000` : null)
    expect(response.headers.get("accept-ranges")).toBe("bytes")
    expect(response.headers.get("etag")).toBe(`"${sha256}"`)
    expect(response.headers.get("x-content-type-options")).toBe("nosniff")
  })

  it.each(["bytes=1000-", "bytes=99999999999999999999-", "bytes=-0"])("%s lies outside", async (range) => {
    const { response, body } = await ask({ range })
    expect(response.status).toBe(416)
    expect(response.headers.get("content-range")).toBe("bytes */1000")
    expect(body.length).toBe(0)
  })

  it("has no satisfiable range in an empty file", () => {
    expect(parseByteRange("bytes=0-", 0)).toBe("unsatisfiable")
    expect(parseByteRange("bytes=-5", 0)).toBe("unsatisfiable")
  })

  it.each([
    ["the same tag", { "if-none-match": `"${sha256}"` }, 304],
    ["the same tag among others, weakly", { "if-none-match": `"x", W/"${sha256}"` }, 304],
    ["any tag", { "if-none-match": "*" }, 304],
    [
      "another tag, whatever the date",
      { "if-none-match": '"x"', "if-modified-since": changed.toUTCString() },
      200,
    ],
    ["not changed since", { "if-modified-since": changed.toUTCString() }, 304],
    ["changed since", { "if-modified-since": new Date(0).toUTCString() }, 200],
    ["a date that is none", { "if-modified-since": "yesterday" }, 200],
    ["the same tag and a range", { "if-none-match": `"${sha256}"`, range: "bytes=0-1" }, 304],
    ["a range of this file by tag", { "if-range": `"${sha256}"`, range: "bytes=0-1" }, 206],
    ["a range of this file by date", { "if-range": changed.toUTCString(), range: "bytes=0-1" }, 206],
    ["a range of an older file by tag", { "if-range": '"old"', range: "bytes=0-1" }, 200],
    ["a range of this file by a weak tag", { "if-range": `W/"${sha256}"`, range: "bytes=0-1" }, 200],
    ["a range of an older file by date", { "if-range": new Date(0).toUTCString(), range: "bytes=0-1" }, 200],
  ] as const)("honours the condition: %s", async (_name, headers, status) => {
    const { response } = await ask(headers)
    expect(response.status).toBe(status)
    expect(response.headers.get("cache-control")).toBe("public, max-age=60")
  })

  it("answers HEAD with the headers of the whole file and no body, range or not", async () => {
    const { response, body } = await ask({ range: "bytes=0-1" }, "HEAD")
    expect(response.status).toBe(200)
    expect(response.headers.get("content-length")).toBe("1000")
    expect(body.length).toBe(0)
  })

  it("gives the Thai name in full and an ASCII one for old programs", () => {
    const header = contentDisposition("attachment", { thai: file.names.thai, ascii: 'a"b;c.pdf' })
    expect(header).toMatch(/^attachment; filename="a_b_c\.pdf"; filename\*=UTF-8''%E0[%0-9A-F.a-z]+$/)
    expect(decodeURIComponent(header.split("''")[1] ?? "")).toBe(file.names.thai)
  })

  it("stops reading when the browser goes away", async () => {
    let stopped = false
    let given = 0
    const endless: OutgoingFile = {
      ...file,
      async *parts() {
        try {
          for (;;) {
            given++
            yield content
          }
        } finally {
          stopped = true
        }
      },
    }
    const reader = fileResponse(new Request("http://localhost/"), endless).body?.getReader()
    await reader?.read()
    await reader?.cancel()
    expect(stopped).toBe(true)
    expect(given).toBeLessThan(4)
  })
})
