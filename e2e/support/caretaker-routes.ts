import type { RouteLine } from "./route-line"

const form = { unitCode: "06360207" }

/** Lines of the route table for the care of a unit by an office above. */
export const caretakerRoutes: Readonly<Record<string, RouteLine>> = {
  "/unit/[code]/caretaker": {
    at: "/unit/06360207/caretaker",
    typed: (value) => [`/unit/${value}/caretaker`],
    query: ["refused", "done"],
    isSignedIn: true,
  },
  "/api/unit/caretaker": { at: "/api/unit/caretaker", form: { ...form, confirmed: "1" }, isSignedIn: true },
  "/api/unit/caretaker/renew": { at: "/api/unit/caretaker/renew", form, isSignedIn: true },
  "/api/unit/caretaker/end": { at: "/api/unit/caretaker/end", form, isSignedIn: true },
}
