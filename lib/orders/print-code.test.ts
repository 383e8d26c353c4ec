import { describe, expect, it } from "vitest"
import { printCode, readPrintCode } from "./print-code"

const page = { number: "O-4827-1935", printVersion: 3, page: 2, of: 3 }
const origin = "https://sso.example"

describe("the code on a printed order", () => {
  it("says which page of which print it is, and is read back", () => {
    const code = printCode(origin, page)
    expect(code).toMatch(/^https:\/\/sso\.example\/q\/O-4827-1935\/3\/2-3\/[0-9A-Z]{10}$/)
    expect(readPrintCode(code)).toEqual(page)
  })

  it("is still read after the portal has moved", () => {
    expect(readPrintCode(printCode("https://elsewhere.example", page))).toEqual(page)
  })

  it.each([
    ["another request", "O-4827-1935", "O-4827-1936"],
    ["another version", "/3/2-3/", "/4/2-3/"],
    ["another page", "/2-3/", "/1-3/"],
    ["a page beyond the last", "/2-3/", "/4-3/"],
    ["leading zeros", "/3/2-3/", "/03/2-3/"],
  ])("is nobody's once it was changed to %s", (_, from, to) => {
    expect(readPrintCode(printCode(origin, page).replace(from, to))).toBeUndefined()
  })

  it.each(["", "https://example.com/", "O-4827-1935", `${"9".repeat(5000)}`])("is not “%s”", (text) => {
    expect(readPrintCode(text)).toBeUndefined()
  })

  it("is not one with a check of its own making", () => {
    expect(readPrintCode(`${origin}/q/O-4827-1935/3/2-3/AAAAAAAAAA`)).toBeUndefined()
  })
})
