import { describe, expect, it } from "vitest"
import { image } from "@/db/factories/image"
import { pdf } from "@/db/factories/pdf"
import { inspectFile } from "./inspect-file"
import type { PageImage } from "./inspector/verdict"

async function* inPieces(bytes: Buffer) {
  for (let at = 0; at < bytes.length; at += 60_000) yield bytes.subarray(at, at + 60_000)
}

async function inspected(bytes: Buffer) {
  const pages: PageImage[] = []
  const verdict = await inspectFile(inPieces(bytes), async (page) => {
    pages.push(page)
  })
  return { verdict, pages }
}

describe("a file is read by a process of its own", () => {
  it("draws each page of a PDF as an image", async () => {
    const { verdict, pages } = await inspected(pdf({ pages: 3 }))
    expect(verdict).toEqual({ fit: true, mediaType: "application/pdf", pages: 3 })
    expect(pages.map(({ page, width, height }) => [page, width, height])).toEqual([
      [1, 1239, 1754],
      [2, 1239, 1754],
      [3, 1239, 1754],
    ])
  })

  it("makes a picture anew, without what the camera wrote into it", async () => {
    const taken = await image({ note: "SECRETPLACE" })
    expect(taken.includes("SECRETPLACE")).toBe(true)
    const { verdict, pages } = await inspected(taken)
    expect(verdict).toEqual({ fit: true, mediaType: "image/jpeg", pages: 1 })
    expect(pages).toHaveLength(1)
    expect(pages[0]?.image.includes("SECRETPLACE")).toBe(false)
    expect(pages[0]).toMatchObject({ width: 600, height: 800 })
  })
})
