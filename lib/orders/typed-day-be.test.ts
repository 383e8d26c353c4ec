import { describe, expect, it } from "vitest"
import { bangkokDay } from "@/lib/i18n/dates"
import { parseDayBe, shownDayBe } from "./typed-day-be"

const read = (day: string, month: string, year: string) => parseDayBe({ day, month, year })

describe("a day on a paper", () => {
  it.each([
    [["๒๑", "11", "๒๕๖๙"], "2026-11-21"],
    [[" 1 ", "2", "2569"], "2026-02-01"],
    [["29", "2", "2567"], "2024-02-29"],
  ] as const)("%s is %s", ([day, month, year], stored) => {
    expect(read(day, month, year)).toEqual({ is: "day", day: stored })
  })

  it("of no calendar is none: 29 February follows the leap years of the Common Era", () => {
    expect(read("29", "2", "2569")).toEqual({ is: "wrong" })
    expect(read("31", "4", "2569")).toEqual({ is: "wrong" })
    expect(read("1", "", "2569")).toEqual({ is: "wrong" })
    expect(read("1", "1", "2483")).toEqual({ is: "wrong" })
    expect(read("x", "1", "2569")).toEqual({ is: "wrong" })
  })

  it("with a year of the Common Era is asked again, and an empty one is empty", () => {
    expect(read("21", "11", "2026")).toEqual({ is: "era" })
    expect(read("", "", "")).toEqual({ is: "empty" })
  })

  it("comes back into its fields", () => {
    expect(shownDayBe("2026-11-05")).toEqual({ day: "5", month: "11", year: "2569" })
    expect(shownDayBe(null)).toEqual({ day: "", month: "", year: "" })
  })

  it("is Bangkok's day, which begins at 17:00 the day before in Greenwich", () => {
    expect(bangkokDay(new Date("2026-11-20T17:00:00Z"))).toBe("2026-11-21")
    expect(bangkokDay(new Date("2026-11-20T16:59:59Z"))).toBe("2026-11-20")
  })
})
