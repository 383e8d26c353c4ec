import { readdirSync, readFileSync } from "node:fs"
import sharp from "sharp"
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

  it("draws what is painted where and as it is painted, on white", async () => {
    const draw = "1 0 0 rg 0 421 595 421 re f 0 0 1 rg 0 0 297 421 re f"
    const { pages } = await inspected(pdf({ draw }))
    const { data, info } = await sharp(pages[0]?.image).raw().toBuffer({ resolveWithObject: true })
    const at = (x: number, y: number) => {
      const from = (Math.round(y * info.height) * info.width + Math.round(x * info.width)) * info.channels
      return [...data.subarray(from, from + 3)].map((value) => Math.round(value / 255))
    }
    expect([at(0.5, 0.25), at(0.25, 0.75), at(0.75, 0.75)]).toEqual([
      [1, 0, 0],
      [0, 0, 1],
      [1, 1, 1],
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

  it("has none of our environment, and is gone when it is through", async () => {
    const seen: string[] = []
    await inspectFile(inPieces(pdf({ pages: 2 })), async () => {
      for (const pid of inspectors()) seen.push(readFileSync(`/proc/${pid}/environ`, "utf8"))
    })
    expect(seen.length).toBeGreaterThan(0)
    for (const environment of seen) {
      const names = environment.split("\0").flatMap((line) => line.split("=")[0] || [])
      expect(names.filter((name) => !harmless.includes(name))).toEqual([])
    }
    expect(inspectors()).toEqual([])
  })

  it("that is killed in the middle has the file refused", async () => {
    const verdict = await inspectFile(inPieces(pdf({ pages: 40 })), async () => {
      for (const pid of inspectors()) process.kill(pid, "SIGKILL")
    })
    expect(verdict).toEqual({ fit: false, why: "unreadable" })
  })

  it("leaves the file unjudged when a page can't be kept, or when it is told to stop", async () => {
    const full = inspectFile(inPieces(pdf()), async () => {
      throw new Error("the disk is full")
    })
    await expect(full).rejects.toThrow("the disk is full")
    const ending = new AbortController()
    const stopped = inspectFile(inPieces(pdf({ pages: 40 })), async () => ending.abort(), ending.signal)
    await expect(stopped).rejects.toThrow()
    expect(inspectors()).toEqual([])
  })
})

// what a shell adds by itself, and what the child is told
const harmless = ["NODE_ENV", "TSX_TSCONFIG_PATH", "PWD", "OLDPWD", "SHLVL", "_"]

/** Children of this very process that read files. */
function inspectors(): number[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => {
      try {
        const stat = readFileSync(`/proc/${pid}/stat`, "utf8")
        const [state, parent] = stat.slice(stat.lastIndexOf(")") + 2).split(" ")
        const isReader = readFileSync(`/proc/${pid}/cmdline`, "utf8").includes("inspector/run.ts")
        return isReader && Number(parent) === process.pid && state !== "Z"
      } catch {
        return false
      }
    })
}
