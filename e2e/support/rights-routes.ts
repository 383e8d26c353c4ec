import type { RouteLine } from "./route-line"

const id = "00000000-0000-4000-8000-000000000000"
const unit = "/unit/06360207/rights"
const system = { code: "NONE", version: "1" }
const names = { nameTh: "x", nameEn: "x" }
const day = { untilDay: "", untilMonth: "", untilYear: "" }

/** Lines of the route table for rights and requests for them. */
export const rightsRoutes: Readonly<Record<string, RouteLine>> = {
  "/unit/[code]/rights": {
    at: unit,
    typed: (value) => [`/unit/${value}/rights`],
    query: ["system", "q", "after", "refused", "done"],
    isSignedIn: true,
  },
  "/unit/[code]/rights/check": {
    at: `${unit}/check`,
    typed: (value) => [`/unit/${value}/rights/check`],
    query: ["c", "refused"],
    isSignedIn: true,
  },
  "/unit/[code]/rights/requests/[id]": {
    at: `${unit}/requests/${id}`,
    typed: (value) => [`/unit/${value}/rights/requests/${id}`, `${unit}/requests/${value}`],
    query: ["refused"],
    isSignedIn: true,
  },
  "/portal/rights": { at: "/portal/rights", query: ["refused", "done"], isSignedIn: true },
  "/portal/rights/[system]": {
    at: `/portal/rights/INFO?m=${id}`,
    typed: (value) => [`/portal/rights/${value}?m=${id}`],
    query: ["m", "refused"],
    isSignedIn: true,
  },
  "/api/unit/rights": {
    at: "/api/unit/rights",
    form: { unitCode: "06360207", change0: `grant~${id}~${id}~none`, ...day, orderText: "x", reason: "x" },
    isSignedIn: true,
  },
  "/api/unit/rights/requests": {
    at: "/api/unit/rights/requests",
    form: { unitCode: "06360207", requestId: id, decision: "refuse", answer: "x", orderText: "", ...day },
    isSignedIn: true,
  },
  "/api/rights": {
    at: "/api/rights",
    form: { membershipId: id, system: "INFO", systemRoleId: id, reason: "x" },
    isSignedIn: true,
  },
  "/api/rights/withdraw": { at: "/api/rights/withdraw", form: { requestId: id }, isSignedIn: true },
  "/admin/systems": { at: "/admin/systems", isSignedIn: true },
  "/admin/systems/[code]": {
    at: "/admin/systems/INFO",
    typed: (value) => [`/admin/systems/${value}`],
    query: ["refused", "done", "bad"],
    isSignedIn: true,
  },
  "/api/admin/systems": {
    at: "/api/admin/systems",
    form: { ...system, ...names, purposeTh: "x", purposeEn: "x", state: "open", provinces: "" },
    isSignedIn: true,
  },
  "/api/admin/systems/units": {
    at: "/api/admin/systems/units",
    form: { ...system, codes: "06360207" },
    isSignedIn: true,
  },
  "/api/admin/systems/roles": {
    at: "/api/admin/systems/roles",
    form: { ...system, ...names, roleId: "", key: "x", aboutTh: "x", aboutEn: "x" },
    isSignedIn: true,
  },
  "/api/admin/systems/periods": {
    at: "/api/admin/systems/periods",
    form: { ...system, ...names, scope: "all" },
    isSignedIn: true,
  },
  "/api/admin/systems/periods/remove": {
    at: "/api/admin/systems/periods/remove",
    form: { ...system, periodId: id },
    isSignedIn: true,
  },
  "/api/admin/systems/periods/quarters": {
    at: "/api/admin/systems/periods/quarters",
    form: { ...system, year: "2570" },
    isSignedIn: true,
  },
}
