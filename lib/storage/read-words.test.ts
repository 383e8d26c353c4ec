import sharp from "sharp"
import { describe, expect, it } from "vitest"
import { pdf } from "@/db/factories/pdf"
import { textPdf } from "@/db/factories/text-pdf"
import { inspectFile } from "./inspect-file"
import { hearReader, readWords } from "./read-words"
import { isLegible, type PageWord, wordLimits } from "./reader/page-words"

async function* inPieces(bytes: Buffer) {
  for (let at = 0; at < bytes.length; at += 60_000) yield bytes.subarray(at, at + 60_000)
}
const layer = (file: Buffer) => readWords("layer", inPieces(file))
const textOf = (words: readonly PageWord[] = []) =>
  words.map(([text, , , , , gap]) => ["", " ", "\n"][gap] + text).join("")
const [heading, name] = ["คำสั่งองค์การบริหารส่วนตำบลบ้านชวน", "นางสาวศิริพร แสนดี"]

describe("the words of a text layer", { timeout: 60_000 }, () => {
  it("are read with their places, from every page", async () => {
    const { pages, isWhole } = await layer(
      textPdf([[{ text: heading, top: 100 }], [{ text: name, top: 421, left: 297.5, size: 20 }]]),
    )
    expect(isWhole).toBe(true)
    expect(textOf(pages.get(1)).trim()).toBe(heading)
    expect(textOf(pages.get(2)).trim()).toBe(name)
    const [, left, top, right, bottom] = pages.get(2)?.[0] ?? ["", 0, 0, 0, 0]
    // begins in the middle of the page, its base line a half down
    expect([left / 100, right > left, top < 5000, bottom > 5000]).toEqual([50, true, true, true])
  })

  it("stand where they are seen on a page that is turned", async () => {
    const { pages } = await layer(
      textPdf([[{ text: name, top: 100, left: 100 }]], { pageEntries: "/Rotate 90" }),
    )
    const [, left, top] = pages.get(1)?.[0] ?? ["", 0, 0]
    // the upper left corner of the paper is the upper right one of what is shown
    expect([left > 8000, top < 2500]).toEqual([true, true])
  })

  it("are few even of a page that has 200,000, and the file is not the worse for it", async () => {
    const crowd = Array.from({ length: 2000 }, (_, at) => ({ text: "กข ".repeat(100), top: at, size: 1 }))
    const { pages } = await layer(textPdf([crowd, [{ text: name, top: 100 }]]))
    expect(pages.get(1)).toHaveLength(wordLimits.words)
    expect(textOf(pages.get(2)).trim()).toBe(name)
  })

  it("hold nothing that can't be seen or turns what is read", async () => {
    const hidden = "ก\u202eข\u0000ค\u200b\u0007ง"
    const { pages } = await layer(textPdf([[{ text: hidden, top: 100 }]]))
    expect(textOf(pages.get(1))).toBe("\nกขคง")
  })

  it("are none where there is nothing to read, and a broken file ends the reader alone", async () => {
    expect((await layer(pdf())).pages.get(1) ?? []).not.toSatisfy(isLegible)
    expect(await layer(Buffer.from("%PDF-1.7 nothing"))).toEqual({ pages: new Map(), isWhole: false })
  })
})

describe("a picture", () => {
  it("is recognised, offline, near enough to be of use", { timeout: 60_000 }, async () => {
    const lines = [heading, "ที่ ๑๒๓/๒๕๖๙", name, "(นายสมศักดิ์ ตัวอย่าง)"]
    const drawn = textPdf([lines.map((text, at) => ({ text, top: 100 + at * 40, size: 18 }))])
    let picture = Buffer.alloc(0)
    await inspectFile(inPieces(drawn), async ({ image }) => {
      picture = Buffer.from(image)
    })
    const { pages, isWhole } = await readWords("picture", inPieces(picture))
    const text = textOf(pages.get(1)).replaceAll(/[\s\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]/g, "")
    expect(isWhole).toBe(true)
    for (const part of ["บรหารสวนตาบล", "๑๒๓/", "นางสาว", "แสนด"]) expect(text).toContain(part)
    const word = pages.get(1)?.find(([said]) => said.includes("ชวน"))
    expect(word?.[2]).toBeGreaterThan(900)
    expect(word?.[4]).toBeLessThan(1500)
  })

  it("without letters has no legible words", { timeout: 60_000 }, async () => {
    const empty = await sharp({ create: { width: 600, height: 800, channels: 3, background: "#fff" } })
      .webp()
      .toBuffer()
    expect(isLegible((await readWords("picture", inPieces(empty))).pages.get(1) ?? [])).toBe(false)
  })
})

describe("a reader", () => {
  const ready = { kind: "ready" }
  const words = (page: number, text: string = "ก") => ({
    kind: "words",
    page,
    words: [[text, 1, 2, 3, 4, 0]],
  })
  const heard = async (...said: readonly (object | string)[]) => {
    const bytes = said.map((one) => (typeof one === "string" ? one : `${JSON.stringify(one)}\n`)).join("")
    const { pages, isWhole } = await hearReader(inPieces(Buffer.from(bytes)))
    return { pages: [...pages.keys()], isWhole }
  }

  it("is heard to its end", async () => {
    expect(await heard(ready, words(1), words(3), { kind: "end" })).toEqual({ pages: [1, 3], isWhole: true })
  })

  it.each<[string, readonly (object | string)[]]>([
    ["that dies", [ready, words(1)]],
    ["that says a page twice", [ready, words(1), words(1), { kind: "end" }]],
    ["that has a page too many", [ready, words(1), words(13), { kind: "end" }]],
    ["that says what can't be seen", [ready, words(1), words(2, "a\u202e"), { kind: "end" }]],
    ["that talks without end", [ready, words(1), "x".repeat(3_000_000)]],
    ["that says no JSON", [ready, words(1), "hello\n"]],
  ])("is believed up to where it goes wrong of one %s", async (_name, said) => {
    expect(await heard(...said)).toEqual({ pages: [1], isWhole: false })
  })

  it("is not the file's fault where it never started", async () => {
    await expect(heard()).rejects.toThrow("did not start")
  })
})
