import { describe, expect, it } from "vitest"
import { cleanFileName, isMisnamed } from "./rules"

describe("the name of a file", () => {
  it.each([
    ["คำสั่งแต่งตั้ง.pdf", "คำสั่งแต่งตั้ง.pdf"],
    ["../../etc/passwd", "passwd"],
    ["C:\\Users\\น้ำ\\scan 1.jpg", "scan 1.jpg"],
    ["..", "file"],
    ["", "file"],
    ["....//....//order.pdf", "order.pdf"],
    [".htaccess", "htaccess"],
    ["order\u0000.pdf\r\nX: y", "order.pdfX y"],
    ["invoice\u202efdp.exe", "invoicefdp.exe"],
    ['a"><script>.pdf', "ascript.pdf"],
    ["  a   b  .pdf ", "a b .pdf"],
  ])("%j is kept as %j", (given, kept) => {
    expect(cleanFileName(given)).toBe(kept)
  })

  it("of 300 Thai letters is cut between letters and keeps its ending", () => {
    const kept = cleanFileName(`${"น้ำใจผู้ให้ที่ดี".repeat(20)}.pdf`)
    expect([...kept].length).toBeLessThanOrEqual(120)
    expect([...kept].length).toBeGreaterThan(110)
    expect(kept).toMatch(/^น้ำใจผู้ให้.*….*\.pdf$/)
    expect(kept).not.toMatch(/….*[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]/)
  })

  it("may contradict the content, and then the content counts", () => {
    expect(isMisnamed("a.pdf", "image/png")).toBe(true)
    expect(isMisnamed("a.exe", "application/pdf")).toBe(true)
    expect(isMisnamed("a.JPEG", "image/jpeg")).toBe(false)
    expect(isMisnamed("คำสั่งที่ ๑", "application/pdf")).toBe(false)
  })
})
