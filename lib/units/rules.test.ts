import { describe, expect, it } from "vitest"
import { fullCode, normaliseForSearch, searchTerms } from "./rules"

describe("a name as it is compared", () => {
  it.each([
    ["๐๖๓๖๐๒๐๗", "06360207"],
    ["กระทุ่มราย", "กระทุมราย"],
    ["สวรรค์", "สวรร"],
    ["สิทธิ์", "สิท"],
    ["เเม่สาย", "แมสาย"],
    ["นํ้าพอง", "นำพอง"],
    ["น้ำพอง", "นำพอง"],
    ["ใต้", "ไต"],
    ["ศรีษะ", "สรีสะ"],
    ["ธาตุพนม", "ทาตุพนม"],
    ["ณัฐ", "นัถ"],
    ["Krathum  Rai", "krathumrai"],
    ["\u200bบ้าน-โป่ง (ใหม่)", "บานโปงไหม"],
    ["<b>'; drop table units --", "bdroptableunits"],
    ["\u0000\u0007", ""],
  ])("%j is compared as %j", (typed, compared) => {
    expect(normaliseForSearch(typed)).toBe(compared)
  })

  it("changes no more when compared again", () => {
    for (const text of ["องค์การบริหารส่วนตำบลกระทุ่มราย", "สำนักงานส่งเสริมการปกครองท้องถิ่นอำเภอประทาย"]) {
      expect(normaliseForSearch(normaliseForSearch(text))).toBe(normaliseForSearch(text))
    }
  })
})

describe("what was typed into the search box", () => {
  it("is a code when it is nothing but digits, dashes and spaces aside", () => {
    expect(searchTerms("๐๖-๓๖๐๒ ๐๗")).toMatchObject({ code: "06360207" })
    expect(fullCode("6360207")).toBe("06360207")
    expect(fullCode("3602")).toBe("3602")
  })

  it("has short forms of kinds spelt out, and the place alone beside them", () => {
    for (const typed of ["อบต.กระทุ่มราย", "อบต กระทุ่มราย", "อ.บ.ต.กระทุ่มราย", "องค์การบริหารส่วนตำบลกระทุ่มราย"]) {
      expect(searchTerms(typed), typed).toMatchObject({ code: null, place: "กระทุมราย" })
      expect(searchTerms(typed)?.words.join("")).toBe("องการบริหารสวนตำบลกระทุมราย")
    }
    expect(searchTerms("ทต.ตลาดแร้ง")).toMatchObject({ words: ["เทสบาลตำบลตลาดแรง"], place: "ตลาดแรง" })
    expect(searchTerms("เทศบาลตลาดแร้ง")?.place).toBe("ตลาดแรง")
  })

  it("is nothing when it holds no letter and no digit", () => {
    expect(searchTerms(" -- ' % ")).toBeNull()
  })
})
