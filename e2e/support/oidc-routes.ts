import type { RouteLine } from "./route-line"

/** Lines of the route table for what lies between a connected system and the portal. */
export const oidcRoutes: Readonly<Record<string, RouteLine>> = {
  "/continue/[uid]": { at: "/continue/none", typed: (value) => [`/continue/${value}`], isSignedIn: true },
  "/continue/[uid]/choose": {
    at: "/continue/none/choose",
    typed: (value) => [`/continue/${value}/choose`],
    query: ["missing"],
    isSignedIn: true,
  },
  "/api/continue": {
    at: "/api/continue",
    form: { uid: "none", membershipId: "00000000-0000-4000-8000-000000000000", nationalId: "agreed" },
    isSignedIn: true,
  },
  "/sandbox/[uid]": {
    at: "/sandbox/none",
    typed: (value) => [`/sandbox/${value}`],
    query: ["missing"],
  },
  "/api/sandbox": { at: "/api/sandbox", form: { uid: "none", role: "recorder", unit: "99" } },
  "/api/continue/leave": { at: "/api/continue/leave", form: { uid: "none" } },
}
