import type { RouteLine } from "./route-line"

const unitCode = "06360207"
const none = "00000000-0000-4000-8000-000000000000"

/** Lines of the route table for the users of a unit. */
export const memberRoutes: Readonly<Record<string, RouteLine>> = {
  "/unit/[code]/users": {
    at: `/unit/${unitCode}/users`,
    typed: (value) => [`/unit/${value}/users`],
    query: ["refused", "done", "q", "state", "kind", "admin", "grants", "seen", "after"],
    isSignedIn: true,
  },
  "/unit/[code]/users/[membership]": {
    at: `/unit/${unitCode}/users/${none}`,
    typed: (value) => [`/unit/${unitCode}/users/${value}`, `/unit/${value}/users/${none}`],
    query: ["refused", "done"],
    isSignedIn: true,
  },
  "/api/unit/users/find": {
    at: "/api/unit/users/find",
    form: { unitCode, typed: "x", state: "active", kind: "other", admin: "1", grants: "none", seen: "not" },
    isSignedIn: true,
  },
}
