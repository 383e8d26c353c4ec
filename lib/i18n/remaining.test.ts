import { describe, expect, it } from "vitest"
import { withLanguage } from "./other-language"
import { formatRemaining } from "./remaining"

describe("time left", () => {
  it("is shown as minutes and seconds", () => {
    expect(formatRemaining(251)).toBe("04:11")
    expect(formatRemaining(250.2)).toBe("04:11")
    expect(formatRemaining(3600)).toBe("60:00")
  })
  it("never runs below zero", () => {
    expect(formatRemaining(-3)).toBe("00:00")
  })
})

describe("the link to the other language", () => {
  it("keeps the page and its query", () => {
    expect(withLanguage("/admins?q=%E0%B8%81&lang=th", "en")).toBe("/admins?q=%E0%B8%81&lang=en")
  })
  it("never leads to another site", () => {
    expect(withLanguage("//evil.example/x", "en")).toBe("/?lang=en")
    expect(withLanguage("https://evil.example/x", "en")).toBe("/?lang=en")
    expect(withLanguage("/\\evil.example/x", "en")).not.toContain("//")
    expect(withLanguage(null, "th")).toBe("/?lang=th")
  })
})
