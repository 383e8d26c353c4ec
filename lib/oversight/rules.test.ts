import { describe, expect, it } from "vitest"
import { dotMap, officeOf, percent } from "./rules"

describe("a share", () => {
  it("is a hundred only where nothing is missing, and nothing of nothing", () => {
    expect(percent(7849, 7849)).toBe(100)
    expect(percent(7848, 7849)).toBe(99)
    expect(percent(0, 0)).toBe(0)
    expect(percent(1, 3)).toBe(33)
  })
})

describe("a dot map", () => {
  it("has a dot for each unit, north above and west to the left, the box as wide as the country is long", () => {
    const map = dotMap([
      { latitude: 20, longitude: 100, admins: 0 },
      { latitude: 6, longitude: 101, admins: 1 },
      { latitude: 6, longitude: 101, admins: 5 },
    ])
    expect(map.paths).toEqual({ none: "M8 8h0", one: "M49 592h0", more: "M49 592h0" })
    expect([map.width, map.height]).toEqual([57, 600])
  })

  it("puts up with units in one place", () => {
    expect(dotMap([{ latitude: 15, longitude: 100, admins: 2 }]).paths.more).toBe("M8 8h0")
  })
})

describe("the office that somebody looks after", () => {
  it("is the Department for its officers and auditors, one's own office, and none for others", () => {
    const seat = (level: string, isAdmin = true) => ({ isAdmin, level, unitCode: level })
    expect(officeOf({ roles: ["auditor"], seats: [] })).toBe("00")
    expect(officeOf({ roles: [], seats: [seat("local"), seat("district")] })).toBe("district")
    expect(officeOf({ roles: ["helpdesk"], seats: [seat("local"), seat("province", false)] })).toBeUndefined()
  })
})
