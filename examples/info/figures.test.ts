import { describe, expect, it } from "vitest"
import { countFields, faultsOf, readCount, readFigures, satisfaction, type Typed, typedOf } from "./figures"

/** A quarter of 24 requests for each month's kinds: 8 kinds × 3 months × 2 = 48. */
function sound(more: Typed = {}): Typed {
  const cells = countFields.map((field) => [field, /-[123]$/.test(field) && !/level/.test(field) ? "2" : "0"])
  const rest = { total: "48", "on-time": "40", respondents: "10", "level-5": "6", "level-4": "4" }
  return { ...Object.fromEntries(cells), ...rest, "other-name": "งานสาธารณภัย", remark: "", ...more }
}

const faults = (more: Typed) => {
  const { figures, faults: malformed } = readFigures(sound(more))
  return [...malformed, ...(malformed.length > 0 ? [] : faultsOf(figures))]
}

describe("a figure", () => {
  it.each([
    ["12", 12],
    ["๑๒", 12],
    [" 1,234 ", 1234],
    ["๑,๒๓๔", 1234],
    ["0", 0],
    ["", null],
    ["-1", undefined],
    ["1.5", undefined],
    ["1,23", undefined],
    ["1e3", undefined],
    ["0x10", undefined],
    ["สิบ", undefined],
    ["1000000", undefined],
    ["999999", 999_999],
  ])("typed as %j is read as %j", (typed, value) => {
    expect(readCount(typed)).toBe(value)
  })
})

describe("the report", () => {
  it("is sound where every sum agrees", () => {
    expect(faults({})).toEqual([])
    expect(satisfaction(readFigures(sound()).figures)).toBe(92)
  })

  it.each<[string, Typed, object]>([
    ["an empty cell", { "tax-2": "" }, { field: "tax-2", why: "missing" }],
    ["a negative figure", { "tax-2": "-2" }, { field: "tax-2", why: "not-a-count" }],
    ["a total that is no sum", { total: "47" }, { field: "total", why: "not-the-sum", value: 48 }],
    ["more in time than came", { "on-time": "49" }, { field: "on-time", why: "more-than-total" }],
    [
      "more respondents than were served",
      { respondents: "49", "level-5": "45" },
      { field: "respondents", why: "respondents-over-total", value: 48 },
    ],
    [
      "answers that are not the respondents",
      { "level-1": "1" },
      { field: "level-5", why: "levels-not-respondents", value: 11 },
    ],
    ["other services without a name", { "other-name": " " }, { field: "other-name", why: "name-other" }],
    ["a remark too long", { remark: "ก".repeat(501) }, { field: "remark", why: "too-long", value: 500 }],
  ])("is refused for %s", (_name, more, fault) => {
    expect(faults(more)).toEqual([expect.objectContaining(fault)])
  })

  it("without a single request wants a word of why", () => {
    const none = Object.fromEntries(countFields.map((field) => [field, "0"]))
    const { figures } = readFigures({ ...none, remark: "" })
    expect(faultsOf(figures)).toEqual([{ field: "remark", why: "explain-none" }])
    expect(faultsOf({ ...figures, remark: "ปิดศูนย์ซ่อมแซม" })).toEqual([])
    expect(satisfaction(figures)).toBeNull()
  })

  it("comes back from what is kept as it was typed, without control characters", () => {
    const { figures } = readFigures(sound({ remark: "ก\u0000ข\u202e", "tax-1": "๒" }))
    expect(typedOf(figures)).toMatchObject({ "tax-1": "2", remark: "ก ข", "other-name": "งานสาธารณภัย" })
  })
})
