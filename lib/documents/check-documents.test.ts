import { randomBytes } from "node:crypto"
import { deflateSync } from "node:zlib"
import { describe, expect, it } from "vitest"
import { image, vastPng } from "@/db/factories/image"
import { pdf } from "@/db/factories/pdf"
import { sendDocument } from "@/db/testing/send-document"
import { useTestDatabase } from "@/db/testing/use-test-database"
import { isMisnamed, maxDocumentBytes } from "./rules"

const test = useTestDatabase()
const sent = (fileName: string, bytes: Buffer) => sendDocument(test().db, fileName, bytes)

const zip = Buffer.concat([
  Buffer.from("PK\u0003\u0004rest"),
  Buffer.from("PK\u0005\u0006"),
  Buffer.alloc(18),
])
const bomb = () => {
  const packed = deflateSync(Buffer.alloc(300 * 1024 * 1024))
  const head = Buffer.from("90 0 obj\n<< /Filter /FlateDecode >>\nstream\n")
  return Buffer.concat([head, packed, Buffer.from("\nendstream\nendobj\n")])
}
/** With something put behind its header, and the offset at its end right again. */
const planted = (sound: Buffer, more: Buffer) => {
  const text = Buffer.concat([sound.subarray(0, 15), more, sound.subarray(15)])
  const at = text.lastIndexOf("\nxref\n") + 1
  const tail = text.lastIndexOf("startxref")
  return Buffer.concat([text.subarray(0, tail), Buffer.from(`startxref\n${at}\n%%EOF\n`)])
}

describe("a hostile file has its own refusal", () => {
  const photo = () => image()
  it.each<[string, string, () => Promise<Buffer> | Buffer, string]>([
    ["a picture that is a ZIP as well", "a.jpg", async () => Buffer.concat([await photo(), zip]), "polyglot"],
    [
      "a picture that is a PDF as well",
      "a.jpg",
      async () => Buffer.concat([await photo(), pdf()]),
      "polyglot",
    ],
    [
      "a PDF that is a web page as well",
      "a.pdf",
      () => planted(pdf(), Buffer.from("\n%<script>\n")),
      "polyglot",
    ],
    ["a renamed program", "order.pdf", () => Buffer.concat([Buffer.from("MZ"), randomBytes(500)]), "program"],
    ["a document of another kind", "order.pdf", () => zip, "not-accepted"],
    ["a text", "order.pdf", () => Buffer.from("คำสั่ง"), "not-accepted"],
    ["a PNG of 50,000 × 50,000", "a.png", () => vastPng(50_000), "too-many-pixels"],
    ["a PDF that unpacks to 300 MB", "a.pdf", () => planted(pdf(), bomb()), "unpacks-too-large"],
    ["an encrypted PDF", "a.pdf", () => pdf({ trailer: "/Encrypt 9 0 R" }), "encrypted"],
    ["a PDF with JavaScript", "a.pdf", () => pdf({ catalogue: "/Names << /JavaScript 9 0 R >>" }), "active"],
    ["a PDF of 41 pages", "a.pdf", () => pdf({ pages: 41 }), "too-many-pages"],
    ["a PDF cut in its middle", "a.pdf", () => pdf().subarray(0, 300), "unreadable"],
    ["a picture cut in its middle", "a.jpg", async () => (await photo()).subarray(0, 3000), "unreadable"],
    ["10 MB and a byte", "a.pdf", () => pdf({ sizeBytes: maxDocumentBytes + 1 }), "too-large"],
    ["nothing", "a.pdf", () => Buffer.alloc(0), "empty"],
  ])("%s", async (_name, fileName, make, refusal) => {
    const line = await sent(fileName, await make())
    expect(line).toMatchObject({ state: "refused", refusal })
  })
})

describe("a sound file is accepted", () => {
  it("under a wrong ending, which is told", async () => {
    const line = await sent("order.pdf", await image({ kind: "png" }))
    expect(line).toMatchObject({ state: "ready", mediaType: "image/png", pages: 1, virusScan: "unscanned" })
    expect(isMisnamed(line.fileName, "image/png")).toBe(true)
  })

  it("under a name that leads elsewhere, or is endless, of which a short one without a path is kept", async () => {
    expect(await sent("../../../etc/คำสั่ง.pdf", pdf())).toMatchObject({ state: "ready", fileName: "คำสั่ง.pdf" })
    const long = await sent(`${"ที่".repeat(100)}.pdf`, pdf({ pages: 2 }))
    expect(long).toMatchObject({ state: "ready", pages: 2 })
    expect([...long.fileName].length).toBeLessThanOrEqual(120)
  })

  it("of 10 MB", async () => {
    const size = maxDocumentBytes
    const almost = pdf({ sizeBytes: size - 2000 })
    expect(almost.length).toBeLessThanOrEqual(size)
    expect(await sent("a.pdf", almost)).toMatchObject({ state: "ready", sizeBytes: almost.length })
  })
})
