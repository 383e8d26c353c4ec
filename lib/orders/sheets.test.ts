import { describe, expect, it } from "vitest"
import { sheetsOf } from "./sheets"

const people = (count: number, post = "ปลัดเทศบาล") =>
  Array.from({ length: count }, (_, i) => ({ name: `นาย${i}`, post }))

describe("the sheets of an order", () => {
  it.each([
    [0, [0]],
    [1, [1]],
    [8, [8]],
    [9, [8, 1]],
    [16, [15, 1]],
    [30, [15, 15]],
    [33, [15, 17, 1]],
  ])("of %i people hold %j", (count, lengths) => {
    expect(sheetsOf(people(count)).map((sheet) => sheet.length)).toEqual(lengths)
  })

  it("hold fewer people whose posts are long, each once and in their order", () => {
    const sheets = sheetsOf(people(30, "ก".repeat(160)))
    expect(sheets.flat().map(({ at }) => at)).toEqual(Array.from({ length: 30 }, (_, i) => i + 1))
    expect(sheets.length).toBeGreaterThan(3)
    expect(sheets.every((sheet) => sheet.length > 0)).toBe(true)
  })
})
