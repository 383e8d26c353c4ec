import { randomBytes } from "node:crypto"
import { describe, expect, it } from "vitest"
import { boundaryOf, FormBroken, formParts } from "./form-parts"

const boundary = "----seam"

async function* inPieces(bytes: Buffer, length: number) {
  for (let at = 0; at < bytes.length; at += length) yield bytes.subarray(at, at + length)
}

async function read(bytes: Buffer, length = 7) {
  const parts: { name: string; fileName: string | null; body: Buffer }[] = []
  for await (const { body, ...names } of formParts(inPieces(bytes, length), boundary)) {
    const chunks: Uint8Array[] = []
    for await (const chunk of body) chunks.push(Buffer.from(chunk))
    parts.push({ ...names, body: Buffer.concat(chunks) })
  }
  return parts
}

const part = (head: string, body: Buffer | string) =>
  Buffer.concat([Buffer.from(`--${boundary}\r\n${head}\r\n\r\n`), Buffer.from(body), Buffer.from("\r\n")])
const end = Buffer.from(`--${boundary}--\r\n`)

describe("a form is read as it comes in", () => {
  it.each([1, 2, 7, 64, 100_000])(
    "in pieces of %i bytes, with a file that looks like a seam",
    async (length) => {
      const file = Buffer.concat([randomBytes(3000), Buffer.from(`\r\n--${boundary.slice(0, -1)}x\r\n--`)])
      const form = Buffer.concat([
        part('Content-Disposition: form-data; name="version"', "7"),
        part(
          'Content-Disposition: form-data; name="file"; filename="คำสั่ง%22ก%22.pdf"\r\nContent-Type: x/y',
          file,
        ),
        part('Content-Disposition: form-data; name="file"; filename=""', ""),
        end,
      ])
      expect(await read(form, length)).toEqual([
        { name: "version", fileName: null, body: Buffer.from("7") },
        { name: "file", fileName: 'คำสั่ง"ก".pdf', body: file },
        { name: "file", fileName: "", body: Buffer.alloc(0) },
      ])
    },
  )

  it("goes on to the next part when its reader stops early", async () => {
    const form = Buffer.concat([
      part('Content-Disposition: form-data; name="a"; filename="a"', randomBytes(5000)),
      part('Content-Disposition: form-data; name="b"', "x"),
      end,
    ])
    const names: string[] = []
    for await (const { name } of formParts(inPieces(form, 50), boundary)) names.push(name)
    expect(names).toEqual(["a", "b"])
  })

  it.each([
    ["that ends in a file", part('Content-Disposition: form-data; name="a"; filename="a"', "x".repeat(90))],
    ["without any part", Buffer.from("hello")],
    ["whose part has no name", Buffer.concat([part("Content-Type: x/y", "x"), end])],
    ["with an endless head", part(`Content-Disposition: ${"x".repeat(20_000)}`, "x")],
  ])("refuses one %s", async (_name, form) => {
    await expect(read(form, 1000)).rejects.toBeInstanceOf(FormBroken)
  })

  it("takes the boundary from the type, quoted or not, and from no other type", () => {
    expect(boundaryOf("multipart/form-data; boundary=----x")).toBe("----x")
    expect(boundaryOf('Multipart/Form-Data; charset=utf-8; boundary="a b"')).toBe("a b")
    expect(boundaryOf("application/x-www-form-urlencoded; boundary=x")).toBeNull()
  })
})
