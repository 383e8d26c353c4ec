import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { likeness, likestUnits } from "./likeness"

/** The textbook's whole table, without halves or short cuts. */
function plainDistance(a: string, b: string): number {
  const table = Array.from({ length: a.length + 1 }, (_, row) =>
    Array.from({ length: b.length + 1 }, (_, at) => (row === 0 ? at : at === 0 ? row : 0)),
  )
  const at = (row: number, column: number) => table[row]?.[column] ?? 0
  for (let row = 1; row <= a.length; row++) {
    for (let column = 1; column <= b.length; column++) {
      const swapped = at(row - 1, column - 1) + (a[row - 1] === b[column - 1] ? 0 : 1)
      const line = table[row]
      if (line) line[column] = Math.min(swapped, at(row - 1, column) + 1, at(row, column - 1) + 1)
    }
  }
  return at(a.length, b.length)
}

describe("likeness of names", () => {
  it("is the edit distance's, down to one half, whatever the short cuts leave out", () => {
    // Letters of which no two are near each other.
    const texts = fc.string({ unit: fc.constantFrom(..."กนมวอ"), maxLength: 14 })
    fc.assert(
      fc.property(texts, texts, (a, b) => {
        const longer = Math.max(a.length, b.length)
        const whole = longer === 0 ? 0 : 1 - plainDistance(a, b) / longer
        expect(likeness(a, b)).toBeCloseTo(whole >= 0.5 ? whole : 0, 10)
      }),
      { numRuns: 2000 },
    )
  })

  it("forgives letters that sound alike more than others, and asks in both directions alike", () => {
    expect(likeness("ตลาดแรง", "ตลาดแลง")).toBeGreaterThan(likeness("ตลาดแรง", "ตลาดแกง"))
    expect(likeness("ตลาดแรง", "ตลาดแลง")).toBe(likeness("ตลาดแลง", "ตลาดแรง"))
    expect(likeness("", "")).toBe(0)
    expect(likeness("ก".repeat(10_000), "ก".repeat(40))).toBe(1)
  })

  it("compares a whole register with the longest question in little time", () => {
    const places = Array.from({ length: 9_000 }, (_, at) => ({
      code: String(at),
      place: `บานโนนสง${at}กกกกกกก`,
    }))
    const typed = Array.from({ length: 7 }, (_, at) => `บานโนนสูง${"น".repeat(15 + at)}`)
    const start = performance.now()
    likestUnits(typed, places)
    expect(performance.now() - start).toBeLessThan(1_000)
  })
})
