import { describe, expect, it } from "vitest"
import { parseOrderNumber } from "./order-number"

describe("the number of an order", () => {
  it.each([
    ["๑๒๓/๒๕๖๙", { number: "123", yearBe: 2569 }],
    ["123/2569", { number: "123", yearBe: 2569 }],
    [" ที่  ๑๒๓ / ๒๕๖๙ ", { number: "123", yearBe: 2569 }],
    ["คำสั่งองค์การบริหารส่วนตำบลทดสอบ ที่ ๐๑๒๓/๒๕๖๙", { number: "123", yearBe: 2569 }],
    ["เลขที่ 7", { number: "7" }],
    ["007", { number: "7" }],
    ["ที่ ชย ๕๒๐๐๑/๑๒๓", { number: "ชย 52001/123" }],
    ["ชย52001/0123", { number: "ชย 52001/123" }],
    ["ชย. 52001/123", { number: "ชย 52001/123" }],
    ["มท ๐๘๐๘.๒/ว ๑๒", { number: "มท 0808.2/ว 12" }],
    ["มท 0808.2/ว12", { number: "มท 0808.2/ว 12" }],
    ["ว ๔๕/๒๕๖๙", { number: "ว 45", yearBe: 2569 }],
    // a running number that looks like a year behind an office's code is a running number
    ["ชย 52001/2569", { number: "ชย 52001/2569" }],
    ["12/69", { number: "12/69" }],
    ["12/1", { number: "12/1" }],
    ["12/2026", { number: "12/2026" }],
  ])("“%s” is read", (typed, read) => {
    expect(parseOrderNumber(typed)).toEqual(read)
  })

  it("of two digits behind it is of the year that stands in its own field, or of none", () => {
    expect(parseOrderNumber("12/69", 2569)).toEqual({ number: "12", yearBe: 2569 })
    expect(parseOrderNumber("12/68", 2569)).toEqual({ number: "12/68" })
  })

  it.each(["", "   ", "ที่", "ไม่มีเลข", "12<script>", `${"1".repeat(61)}`, "12\n34;--"])(
    "“%s” is none",
    (typed) => {
      expect(parseOrderNumber(typed)).toBeUndefined()
    },
  )

  it("reads what it has read as the same", () => {
    for (const typed of ["มท ๐๘๐๘.๒/ว ๑๒", "ชย๕๒๐๐๑/๐๐๑", "๐๙"]) {
      const { number = "" } = parseOrderNumber(typed) ?? {}
      expect(parseOrderNumber(number)?.number).toBe(number)
    }
  })
})
