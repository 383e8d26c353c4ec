import { describe, expect, it } from "vitest"
import { parseTypedDay, typedDay } from "./typed-day"

describe("a day typed in three fields", () => {
  it("begins at midnight in Bangkok, in either era and in Thai digits", () => {
    const midnight = new Date("2027-01-14T17:00:00Z")
    for (const [day, month, year] of [
      ["15", "1", "2570"],
      ["๑๕", "๑", "๒๕๗๐"],
      [" 15 ", "01", "2027"],
    ] as const) {
      expect(parseTypedDay({ day, month, year })).toEqual(midnight)
    }
    expect(typedDay(midnight, "th")).toEqual({ day: "15", month: "1", year: "2570" })
    expect(typedDay(midnight, "en")).toEqual({ day: "15", month: "1", year: "2027" })
  })

  it("is none when no calendar has it", () => {
    for (const [day, month, year] of [
      ["29", "2", "2569"],
      ["31", "4", "2570"],
      ["0", "1", "2570"],
      ["1", "13", "2570"],
      ["1", "1", "70"],
      ["", "", ""],
      ["1.5", "1", "2570"],
      ["1", "1", "99999"],
    ] as const) {
      expect(parseTypedDay({ day, month, year }), `${day}/${month}/${year}`).toBeUndefined()
    }
    expect(parseTypedDay({ day: "29", month: "2", year: "2571" })).toEqual(new Date("2028-02-28T17:00:00Z"))
  })
})
