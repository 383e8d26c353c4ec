import { describe, expect, it } from "vitest"
import {
  formatNationalId,
  isNationalId,
  maskNationalId,
  nationalIdCheckDigit,
  parseNationalId,
} from "./rules"

describe("a national ID", () => {
  it("has a check digit", () => {
    expect(nationalIdCheckDigit("123456789012")).toBe(1)
    expect(isNationalId("1234567890121")).toBe(true)
    expect(isNationalId("1234567890123")).toBe(false)
  })
  it("begins with a class of 1 to 8", () => {
    for (const first of ["0", "9"]) {
      const twelve = `${first}23456789012`
      expect(isNationalId(twelve + nationalIdCheckDigit(twelve))).toBe(false)
    }
  })
  it("is read with dashes, spaces, invisible characters and Thai digits", () => {
    for (const typed of [
      "1-2345-67890-12-1",
      " 1 2345 67890 12 1 ",
      "๑-๒๓๔๕-๖๗๘๙๐-๑๒-๑",
      "1234567890121\u200b",
    ]) {
      expect(parseNationalId(typed)).toBe("1234567890121")
    }
    expect(parseNationalId("1234567890123")).toBeUndefined()
  })
  it("is shown in groups, masked but for its end", () => {
    expect(formatNationalId("1234567890121")).toBe("1-2345-67890-12-1")
    expect(maskNationalId("1234567890121")).toBe("X-XXXX-XXXXX-12-1")
  })
})
