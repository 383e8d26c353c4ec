import { describe, expect, it } from "vitest"
import { formatDate, formatDateTime, formatShortDate, formatTime } from "./dates"
import { arabicDigits, digits, formatCount } from "./digits"

const morning = new Date("2026-11-21T01:30:00Z")

describe("dates", () => {
  it("are Buddhist-era with Thai digits in Thai", () => {
    expect(formatDate(morning, "th")).toBe("๒๑ พฤศจิกายน ๒๕๖๙")
    expect(formatShortDate(morning, "th")).toBe("๒๑ พ.ย. ๒๕๖๙")
    expect(formatTime(morning, "th")).toBe("๐๘.๓๐ น.")
    expect(formatDateTime(morning, "th")).toBe("๒๑ พฤศจิกายน ๒๕๖๙ เวลา ๐๘.๓๐ น.")
  })
  it("are Common Era in English", () => {
    expect(formatDate(morning, "en")).toBe("21 November 2026")
    expect(formatDateTime(morning, "en")).toBe("21 November 2026, 08:30")
  })
  it("name the day in Bangkok, not in Greenwich", () => {
    expect(formatDate(new Date("2026-12-31T17:00:00Z"), "en")).toBe("1 January 2027")
  })
})

describe("digits", () => {
  it("turn both ways", () => {
    expect(digits("OTP 12", "th")).toBe("OTP ๑๒")
    expect(digits(7, "en")).toBe("7")
    expect(arabicDigits("๑๒๓/2568")).toBe("123/2568")
    expect(formatCount(7849, "th")).toBe("๗,๘๔๙")
  })
})
