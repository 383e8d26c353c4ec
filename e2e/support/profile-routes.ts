import type { RouteLine } from "./route-line"

const form = { unitCode: "06360207", version: "0" }

const wish = {
  act: "merge",
  kind: "",
  newCode: "",
  nameTh: "",
  nameEn: "",
  intoCode: "05360204",
  orderText: "ประกาศ",
  reason: "รวม",
  effectiveOnDay: "",
  effectiveOnMonth: "",
  effectiveOnYear: "",
}

/** Lines of the route table for what units say of themselves, and for what the Department makes of them. */
export const profileRoutes: Readonly<Record<string, RouteLine>> = {
  "/unit/[code]/profile": {
    at: "/unit/06360207/profile",
    typed: (value) => [`/unit/${value}/profile`],
    query: ["refused", "done"],
    isSignedIn: true,
  },
  "/api/unit/profile": {
    at: "/api/unit/profile",
    form: {
      ...form,
      address: "๙๙ หมู่ ๑",
      telephone: "0 4400 0101",
      email: "saraban@here.example",
      openingHours: "๐๘.๓๐–๑๖.๓๐ น.",
      latitude: "15.8",
      longitude: "102.03",
      post1: "ปลัด",
      name1: "นายสมมุติ บริหารดี",
    },
    isSignedIn: true,
  },
  "/admin/units/[code]/change": {
    at: "/admin/units/06360207/change",
    typed: (value) => [`/admin/units/${value}/change`],
    query: ["refused", "done", ...Object.keys(wish)],
    isSignedIn: true,
  },
  "/api/admin/units/change": {
    at: "/api/admin/units/change",
    // not confirmed: the unit is needed by other journeys
    form: { ...wish, unitCode: "06360207", seenCode: "06360207", confirmed: "" },
    isSignedIn: true,
  },
  "/api/admin/units/change/withdraw": {
    at: "/api/admin/units/change/withdraw",
    form: { unitCode: "06360207", changeId: "00000000-0000-4000-8000-000000000000" },
    isSignedIn: true,
  },
  "/api/unit/profile/confirm": { at: "/api/unit/profile/confirm", form, isSignedIn: true },
}
