import { describe, expect, it } from "vitest"
import { editableFields, needsReason, secretOf, shownSecret, typedNumber, typedSecret } from "./rules"

describe("a secret", () => {
  it("has twelve letters, none of which looks like another, each as likely", () => {
    const all = Array.from({ length: 252 }, (_, byte) => byte)
    const letters = all.map((byte) => secretOf(Array.from({ length: 12 }, () => byte))[0])
    expect(new Set(letters).size).toBe(21)
    expect(letters.join("")).not.toMatch(/[0ODQ1IL2Z5S8BUV]/)
    for (const letter of new Set(letters)) expect(letters.filter((one) => one === letter)).toHaveLength(12)
    expect(secretOf([255, 254, 253, 252, ...Array.from({ length: 12 }, () => 0)])).toBe("AAAAAAAAAAAA")
    expect(() => secretOf([1, 2, 3])).toThrow()
  })

  it("is read however it is typed", () => {
    const shown = shownSecret("ACEFGHJK3467")
    expect(shown).toBe("ACEF-GHJK-3467")
    for (const typed of [shown, "acef ghjk 3467", "ACEFGHJK๓๔๖๗", "ACEF–GHJK–3467"])
      expect(typedSecret(typed)).toBe("ACEFGHJK3467")
    for (const typed of ["ACEFGHJK346", "ACEFGHJK34671", "OCEFGHJK3467"])
      expect(typedSecret(typed)).toBe(undefined)
  })

  it("goes with a number that is read however it is typed", () => {
    for (const typed of ["R-4827-1935", "r48271935", "๔๘๒๗-๑๙๓๕", " R 4827 1935 "])
      expect(typedNumber(typed)).toBe("R-4827-1935")
    for (const typed of ["O-4827-1935", "R-4827-193", ""]) expect(typedNumber(typed)).toBe(undefined)
  })
})

it.each([
  ["sao", "local-government", false],
  ["sao", "employee", true],
  ["pao", "department", true],
  ["pattaya", "other", true],
  ["district_office", "department", false],
  ["provincial_office", "local-government", true],
  ["department", "employee", true],
])("in a unit of kind %s, a person of kind %s: a reason is asked is %s", (unitKind, staffKind, asked) => {
  expect(needsReason({ unitKind, staffKind })).toBe(asked)
})

describe("what may be changed", () => {
  const at = { provedAt: null, returnedFields: null }
  it("is all of a draft but what ThaiID vouches for, and nothing of a request that was sent", () => {
    expect([...editableFields({ ...at, state: "draft" })]).toHaveLength(9)
    const proved = editableFields({ ...at, state: "draft", provedAt: new Date(0) })
    expect([proved.has("name"), proved.has("nationalId"), proved.has("unit")]).toEqual([false, false, true])
    for (const state of ["submitted", "approved", "rejected", "withdrawn"] as const)
      expect(editableFields({ ...at, state }).size).toBe(0)
  })

  it("is what the reviewer named of a returned one, with what hangs on it", () => {
    const returned = (returnedFields: string[]) => [
      ...editableFields({ provedAt: null, state: "returned", returnedFields }),
    ]
    expect(returned(["post"])).toEqual(["post"])
    expect(returned(["unit"]).toSorted()).toEqual(["staffKind", "staffReason", "unit"])
    expect(returned(["page:0-0:2", "nonsense"])).toEqual(["documents"])
  })
})
