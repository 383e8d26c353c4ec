import { describe, expect, it } from "vitest"
import { type Actor, type DepartmentRole, departmentRoles, type UnitLevel, visitor } from "@/lib/kernel/actor"
import { type Action, actions, may } from "./may"

const admin = (path: string, level: UnitLevel): Actor => ({
  kind: "account",
  accountId: "me",
  sessionId: "s",
  seats: [{ membershipId: "m", unitId: "u", path, level, isAdmin: true }],
  roles: [],
})
const holder = (role: DepartmentRole): Actor => ({
  kind: "account",
  accountId: "me",
  sessionId: "s",
  seats: [],
  roles: [role],
})

const [province, district, local, elsewhere] = ["1/36/", "1/36/2/", "1/36/2/7/", "1/40/1/5/"] as const

// Typed from the product page, "Powers": SSO Admin of a unit (own), of an office (own office, a unit below), and which
// roles of the Department. Nobody has any of these above or elsewhere.
const table: Record<Action, [ownUnit: boolean, ownOffice: boolean, below: boolean, roles: DepartmentRole[]]> =
  {
    "memberships.manage": [true, true, false, ["officer"]],
    "registrations.decide": [true, true, false, ["officer"]],
    "orders.make": [true, true, false, ["officer"]],
    "orders.decide": [false, false, true, ["officer"]],
    "activation-codes.issue": [false, false, true, ["officer"]],
    "accounts.recover": [true, true, true, ["officer"]],
    "caretakers.begin": [false, false, true, []],
    "caretakers.renew": [false, false, true, ["officer"]],
    "rights.see": [true, true, true, ["officer", "auditor"]],
    "rights.decide": [true, true, false, ["officer"]],
    "unit-data.edit": [true, true, false, ["officer"]],
    "units.change": [false, false, false, ["officer"]],
    "manuals.publish": [false, false, false, ["officer"]],
    "notices.publish": [false, false, false, ["officer"]],
    "closures.plan": [false, false, false, ["officer"]],
    "systems.see": [false, false, false, ["systems", "officer", "auditor"]],
    "systems.manage": [false, false, false, ["systems"]],
    "audit.read": [false, false, false, ["auditor"]],
    "why.see": [true, true, true, ["helpdesk"]],
    "settings.change": [false, false, false, ["administrator"]],
    "settings.see": [false, false, false, ["administrator", "auditor"]],
    "department.appoint": [false, false, false, ["administrator"]],
  }

describe("powers", () => {
  it.each(actions)("of %s are as the product page says", (action) => {
    const [ownUnit, ownOffice, below, roles] = table[action]
    expect(may(admin(local, "local"), action, { path: local })).toBe(ownUnit)
    expect(may(admin(district, "district"), action, { path: district })).toBe(ownOffice)
    expect(may(admin(district, "district"), action, { path: local })).toBe(below)
    for (const path of [district, province, "1/", elsewhere]) {
      expect(may(admin(local, "local"), action, { path }), `local about ${path}`).toBe(false)
    }
    expect(may(admin(district, "district"), action, { path: province })).toBe(false)
    expect(may(admin(province, "province"), action, { path: elsewhere })).toBe(false)
    for (const role of departmentRoles) {
      expect(may(holder(role), action, { path: local }), role).toBe(roles.includes(role))
    }
    expect(may(visitor, action, { path: local })).toBe(false)
  })

  it("let an office act for a unit below as caretaker, and decide registrations when nobody there can", () => {
    const office = admin(district, "district")
    expect(may(office, "memberships.manage", { path: local, isCaretaker: true })).toBe(true)
    expect(may(office, "registrations.decide", { path: local, isNobodyThere: true })).toBe(true)
    expect(may(office, "orders.make", { path: local, isNobodyThere: true })).toBe(true)
    expect(may(office, "registrations.decide", { path: local, waitedDays: 2 })).toBe(false)
    expect(may(office, "registrations.decide", { path: local, waitedDays: 3 })).toBe(true)
  })

  it("let the nearest office decide orders, and the next one after three working days", () => {
    expect(may(admin(province, "province"), "orders.decide", { path: local })).toBe(false)
    expect(may(admin(province, "province"), "orders.decide", { path: local, waitedDays: 3 })).toBe(true)
    expect(may(admin(province, "province"), "orders.decide", { path: district })).toBe(true)
  })

  it("never reach one's own request or an order that names oneself", () => {
    const own = { path: local, concerns: ["other", "me"] }
    expect(may(holder("officer"), "orders.decide", own)).toBe(false)
    expect(may(admin(local, "local"), "registrations.decide", own)).toBe(false)
  })
})
