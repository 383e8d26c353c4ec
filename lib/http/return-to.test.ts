import { describe, expect, it } from "vitest"
import { parseReturnTo } from "./return-to"

describe("a way back", () => {
  it.each([
    ["/portal", "/portal"],
    ["/unit/05360901/users?q=%E0%B8%81", "/unit/05360901/users?q=%E0%B8%81"],
    ["/continue/a1?x=https://evil.example/", "/continue/a1?x=https://evil.example/"],
    ["/a/../portal", "/portal"],
    ["/portal#part", "/portal"],
  ])("%j is one of this site", (typed, kept) => {
    expect(parseReturnTo(typed)).toBe(kept)
  })

  it.each([
    "",
    "portal",
    "https://evil.example/",
    "//evil.example/",
    "///evil.example/",
    "/\\evil.example/",
    "/a\\evil.example/",
    "\\/evil.example/",
    "/\t/evil.example/",
    "/\n/evil.example/",
    " /portal",
    "javascript:alert(1)",
    "/%0d%0a".padEnd(2002, "x"),
  ])("%j is none", (typed) => {
    expect(parseReturnTo(typed)).toBeUndefined()
  })

  it.each(["/..//evil.example/", "/.//evil.example/", "/a/..//evil.example/", "/%2e%2e//evil.example/"])(
    "%j does not become one of another site once its dots are taken out",
    (typed) => {
      const kept = parseReturnTo(typed)
      const base = "https://portal.example"
      expect(kept === undefined || new URL(kept, base).origin === base, kept).toBe(true)
    },
  )
})
