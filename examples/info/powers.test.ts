import { describe, expect, it } from "vitest"
import { type Act, type Bar, barTo, maySee, type Person, type State } from "./powers"

const quarter = { year: 2570, quarter: 1 } as const
const unit = { code: "06360207", name: "อบต.ภูแลนคา", provinceCode: "36", districtCode: "3602" }

function person(code: string, kind: string, ...roles: string[]): Person {
  return { sub: `${code}-${roles.join()}`, name: "ก", post: "ข", unit: { code, kind, name: code }, roles }
}

const people = {
  recorder: person("06360207", "sao", "recorder"),
  viewer: person("06360207", "sao", "viewer"),
  "recorder of another unit": person("06360504", "sao", "recorder"),
  certifier: person("36", "provincial_office", "certifier"),
  "certifier of another province": person("40", "provincial_office", "certifier"),
  "recorder of the province": person("36", "provincial_office", "recorder"),
  "certifier of the district": person("3602", "district_office", "certifier"),
  "certifier of the unit itself": person("06360207", "sao", "certifier"),
  Department: person("00", "department", "certifier", "recorder"),
}

const bar = (act: Act, who: keyof typeof people, state: State | null, today = "2026-12-10") =>
  barTo(act, people[who], { unit, quarter, state, submittedBy: "somebody" }, today)

describe("the powers over a report", () => {
  // typed from the report's own rule: who fills, who certifies, and nobody else
  it.each<[keyof typeof people, Bar | undefined, Bar | undefined, boolean]>([
    ["recorder", undefined, "no-role", true],
    ["viewer", "no-role", "no-role", true],
    ["recorder of another unit", "not-yours", "not-yours", false],
    ["certifier", "no-role", undefined, true],
    ["certifier of another province", "not-yours", "not-yours", false],
    ["recorder of the province", "not-yours", "no-role", true],
    ["certifier of the district", "no-role", "no-role", true],
    ["certifier of the unit itself", "no-role", "no-role", true],
    ["Department", "not-yours", "no-role", true],
  ])("of %s", (who, recording, certifying, sees) => {
    expect(bar("save", who, "draft")).toBe(recording)
    expect(bar("submit", who, "draft")).toBe(recording)
    expect(bar("return", who, "submitted")).toBe(certifying)
    expect(bar("certify", who, "submitted")).toBe(certifying)
    expect(bar("take-back", who, "certified")).toBe(certifying)
    expect(maySee(people[who], unit)).toBe(sees)
  })

  it.each<[string, Bar | undefined, Bar | undefined, Bar | undefined, Bar | undefined]>([
    ["2026-11-30", "not-open", "not-open", "not-open", "not-open"],
    ["2026-12-01", undefined, undefined, undefined, undefined],
    ["2026-12-30", undefined, undefined, undefined, undefined],
    ["2026-12-31", "recording-over", "too-late-to-mend", undefined, undefined],
    ["2027-01-15", "recording-over", "too-late-to-mend", undefined, undefined],
    ["2027-01-16", "closed", "closed", "closed", "closed"],
  ])("on %s", (today, save, back, certify, takeBack) => {
    expect(bar("save", "recorder", "draft", today)).toBe(save)
    expect(bar("return", "certifier", "submitted", today)).toBe(back)
    expect(bar("certify", "certifier", "submitted", today)).toBe(certify)
    expect(bar("take-back", "certifier", "certified", today)).toBe(takeBack)
  })

  it.each<[State | null, Act[]]>([
    [null, ["save"]],
    ["draft", ["save", "submit"]],
    ["returned", ["save", "submit"]],
    ["submitted", ["return", "certify"]],
    ["certified", ["take-back"]],
  ])("over one that is %s", (state, acts) => {
    const all: Act[] = ["save", "submit", "return", "certify", "take-back"]
    const open = all.filter((act) => {
      const who = act === "save" || act === "submit" ? "recorder" : "certifier"
      return bar(act, who, state) === undefined
    })
    expect(open).toEqual(acts)
    expect(state && bar("certify", "certifier", state)).toBe(
      state === "submitted" ? undefined : state && "wrong-state",
    )
  })

  it("never let anybody certify what he sent himself", () => {
    const both = { ...people.certifier, sub: "one" }
    const report = { unit, quarter, state: "submitted", submittedBy: "one" } as const
    expect(barTo("certify", both, report, "2026-12-10")).toBe("own-work")
  })
})
