import { describe, expect, it } from "vitest"
import type { WhyGrant, WhySeat, WhySystem } from "@/db/queries/why"
import { accountSteps, groupedTrace, opens, plainTrace, seatSteps } from "./rules"

const today = "2026-12-05"
const period = (scope: "record" | "certify", opensOn: string, closesOn: string) => {
  return { nameTh: "ทดสอบ", nameEn: "test", scope, opensOn, closesOn }
}
const system: WhySystem = {
  code: "INFO",
  nameTh: "อินโฟ",
  nameEn: "INFO",
  state: "open",
  openToKinds: null,
  openToProvinces: null,
  isNamedOnly: false,
  periods: [period("record", "2026-12-01", "2026-12-30")],
}
const recorder: WhyGrant = {
  roleTh: "ผู้บันทึก",
  roleEn: "Recorder",
  records: true,
  certifies: false,
  state: "active",
  changedOn: "2026-01-01",
  validUntil: null,
  grantedOn: "2026-01-01",
  grantedBy: "นายทดสอบ ระบบ",
  orderText: "๑/๒๕๖๙",
}
const seat: WhySeat = {
  membershipId: "m",
  unitCode: "06360207",
  unitTh: "อบต.ทดสอบ",
  unitEn: null,
  kind: "sao",
  provinceCode: "36",
  isNamed: false,
  path: "1/36/2/7/",
  state: "active",
  validFrom: "2026-01-01",
  validUntil: null,
  grants: [recorder],
}
const account = {
  state: "active",
  lockedReason: null,
  suspendedUntil: null,
  dutiesVersion: 1,
  hasEmail: true,
} as const
const failed = (one: Partial<WhySeat>, of: Partial<WhySystem> = {}) =>
  seatSteps({ ...seat, ...one }, { ...system, ...of }, today)
    .filter(({ isMet }) => !isMet)
    .map(({ fact, fixer }) => [fact, fixer])
const opensFor = (one: Partial<WhySeat>, of: Partial<WhySystem> = {}) =>
  opens([...accountSteps(account, 1), ...seatSteps({ ...seat, ...one }, { ...system, ...of }, today)])

describe("why somebody can or cannot open a system", () => {
  it("says so of who can, with all rules met", () => {
    expect(failed({})).toEqual([])
    expect(opensFor({})).toBe(true)
  })

  it.each([
    [{ state: "suspended" }, {}, "member-suspended", "admin"],
    [{ state: "ended", validUntil: "2026-12-01" }, {}, "member-over", "admin"],
    [{ validUntil: "2026-12-04" }, {}, "member-over", "admin"],
    [{ validFrom: "2026-12-06" }, {}, "member-later", "time"],
    [{}, { openToKinds: ["pao"] }, "unit-kind", "department"],
    [{}, { openToProvinces: ["40"] }, "unit-province", "department"],
    [{}, { isNamedOnly: true }, "unit-not-named", "department"],
    [{}, { state: "closed" }, "system-closed", "department"],
    [{}, { state: "not-connected" }, "system-not-connected", "department"],
    [{ grants: [] }, {}, "role-none", "admin"],
    [{ grants: [{ ...recorder, validUntil: "2026-12-04" }] }, {}, "role-over", "admin"],
    [{ grants: [{ ...recorder, state: "suspended" }] }, {}, "role-suspended", "admin"],
    [{ grants: [{ ...recorder, state: "withdrawn" }] }, {}, "role-withdrawn", "admin"],
    [{}, { periods: [period("record", "2027-03-01", "2027-03-30")] }, "period-later", "time"],
    [{}, { periods: [period("record", "2026-09-01", "2026-09-30")] }, "period-over", "department"],
  ] as const)("names the rule and who mends it: %j %j → %s, %s", (one, of, fact, fixer) => {
    const told = failed(one as unknown as Partial<WhySeat>, of as unknown as Partial<WhySystem>)
    expect(told).toEqual([[fact, fixer]])
    expect(opensFor(one as unknown as Partial<WhySeat>, of as unknown as Partial<WhySystem>)).toBe(false)
  })

  it("opens by one role where another is shut", () => {
    const viewer = { ...recorder, records: false }
    expect(opensFor({ grants: [viewer, { ...recorder, state: "withdrawn" }] })).toBe(true)
  })

  it("tells of all that stands in the way, not of the first alone", () => {
    expect(failed({ state: "suspended", grants: [] }, { state: "closed" })).toHaveLength(3)
  })

  it.each([
    [{ ...account, state: "invited" }, "account-invited", "self"],
    [{ ...account, state: "locked", lockedReason: "alarm" }, "account-locked", "self"],
    [{ ...account, state: "locked", lockedReason: "disputed" }, "account-disputed", "office"],
    [{ ...account, state: "suspended" }, "account-suspended", "admin"],
    [{ ...account, state: "closed" }, "account-closed", "admin"],
    [{ ...account, dutiesVersion: null }, "duties-open", "self"],
  ] as const)("says of an account what is so: %j", (one, fact, fixer) => {
    expect(accountSteps(one, 1)).toMatchObject([{ fact, fixer, isMet: false }])
  })
})

describe("the number of a refused sign-in", () => {
  const number = "CJMJ47ZJ9ZPZ4T6K20BD5BKD5J"

  it("is shown in groups, none of a single letter, and read back however it is typed", () => {
    expect(groupedTrace(number)).toBe("CJMJ4-7ZJ9Z-PZ4T6-K20BD-5BKD5J")
    expect(plainTrace(` ${groupedTrace(number).toLowerCase()} `)).toBe(number)
    expect(plainTrace("oil-0")).toBe("0110")
  })
})
