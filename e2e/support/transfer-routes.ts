import type { RouteLine } from "./route-line"

const unitCode = "06360207"
const none = "00000000-0000-4000-8000-000000000000"
const closing = { unitCode, transferId: none, reason: "x" }

/** Lines of the route table for transfers between units. */
export const transferRoutes: Readonly<Record<string, RouteLine>> = {
  "/unit/[code]/transfers": {
    at: `/unit/${unitCode}/transfers`,
    typed: (value) => [`/unit/${value}/transfers`],
    query: ["refused", "done"],
    isSignedIn: true,
  },
  "/unit/[code]/transfers/new": {
    at: `/unit/${unitCode}/transfers/new?user=${none}`,
    typed: (value) => [`/unit/${value}/transfers/new?user=${none}`],
    query: ["refused", "user"],
    isSignedIn: true,
  },
  "/api/unit/transfers": {
    at: "/api/unit/transfers",
    form: {
      unitCode,
      membershipId: none,
      toUnit: "05360204",
      post: "x",
      staffKind: "other",
      staffReason: "x",
      officeTelephone: "x",
      orderText: "x",
      effectiveOnDay: "1",
      effectiveOnMonth: "1",
      effectiveOnYear: "2569",
      knowsLast: "1",
    },
    isSignedIn: true,
  },
  "/api/unit/transfers/sign": {
    at: "/api/unit/transfers/sign",
    form: { unitCode, transferId: none, [`role-${none}`]: "1" },
    isSignedIn: true,
  },
  "/api/unit/transfers/refuse": { at: "/api/unit/transfers/refuse", form: closing, isSignedIn: true },
  "/api/unit/transfers/withdraw": { at: "/api/unit/transfers/withdraw", form: closing, isSignedIn: true },
}
