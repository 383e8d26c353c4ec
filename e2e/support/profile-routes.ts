import type { RouteLine } from "./route-line"

const form = { unitCode: "06360207", version: "0" }

/** Lines of the route table for what units say of themselves. */
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
  "/api/unit/profile/confirm": { at: "/api/unit/profile/confirm", form, isSignedIn: true },
}
