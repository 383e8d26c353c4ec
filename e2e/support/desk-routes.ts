import type { RouteLine } from "./route-line"

const number = "R-0000-0000"
const decision = { number, version: "1", outcome: "approve", documents: "", q: "", note: "" }

/** Lines of the route table for the desk. */
export const deskRoutes: Readonly<Record<string, RouteLine>> = {
  "/desk": { at: "/desk", query: ["refused", "done", "q", "after"], isSignedIn: true },
  "/desk/[number]": {
    at: `/desk/${number}`,
    typed: (value) => [`/desk/${value}`],
    query: ["refused", "done", "q"],
    isSignedIn: true,
  },
  "/api/desk/next": { at: "/api/desk/next", form: { q: "" }, isSignedIn: true },
  "/api/desk/decide": { at: "/api/desk/decide", form: decision, isSignedIn: true },
  "/api/desk/claim/options": { at: "/api/desk/claim/options", form: { number }, isSignedIn: true },
  "/api/desk/undo": { at: "/api/desk/undo", form: { number, q: "" }, isSignedIn: true },
  "/api/desk/release": { at: "/api/desk/release", form: { number, q: "" }, isSignedIn: true },
  "/api/desk/reopen": { at: "/api/desk/reopen", form: { number, note: "x", q: "" }, isSignedIn: true },
}
