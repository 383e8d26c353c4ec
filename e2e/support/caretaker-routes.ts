import type { RouteLine } from "./route-line"

const form = { unitCode: "06360207" }

/** Lines of the route table for the care of a unit by an office above, and for its oversight. */
export const caretakerRoutes: Readonly<Record<string, RouteLine>> = {
  "/unit/[code]/caretaker": {
    at: "/unit/06360207/caretaker",
    typed: (value) => [`/unit/${value}/caretaker`],
    query: ["refused", "done"],
    isSignedIn: true,
  },
  "/unit/[code]/succession": {
    at: "/unit/06360207/succession",
    typed: (value) => [`/unit/${value}/succession`],
    query: ["refused", "done"],
    isSignedIn: true,
  },
  "/oversight": { at: "/oversight", isSignedIn: true },
  "/oversight/[code]": {
    at: "/oversight/36",
    typed: (value) => [`/oversight/${value}`],
    query: ["after", "finding", "from"],
    isSignedIn: true,
  },
  "/oversight/[code]/workbook": {
    at: "/oversight/36/workbook",
    typed: (value) => [`/oversight/${value}/workbook`],
    isSignedIn: true,
  },
  "/api/unit/succession": {
    at: "/api/unit/succession",
    form: { ...form, membershipId: "00000000-0000-4000-8000-000000000000" },
    isSignedIn: true,
  },
  "/api/unit/succession/remove": { at: "/api/unit/succession/remove", form, isSignedIn: true },
  "/api/unit/caretaker": { at: "/api/unit/caretaker", form: { ...form, confirmed: "1" }, isSignedIn: true },
  "/api/unit/caretaker/renew": { at: "/api/unit/caretaker/renew", form, isSignedIn: true },
  "/api/unit/caretaker/end": { at: "/api/unit/caretaker/end", form, isSignedIn: true },
}
