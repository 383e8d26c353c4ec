import type { RouteLine } from "./route-line"

const page = { unitCode: "06360207", number: "O-0000-0000", version: "1" }
const id = "00000000-0000-4000-8000-000000000000"
const refused = ["refused"] as const

/** Lines of the route table for a unit's first sign-in, and for the office that issues its code. */
export const activationRoutes: Readonly<Record<string, RouteLine>> = {
  "/activate": { at: "/activate", query: ["refused", "unit", "q", "page"] },
  "/activate/request": { at: "/activate/request", query: refused },
  "/activate/form": { at: "/activate/form", query: ["refused", "done"] },
  "/activate/form/person": { at: "/activate/form/person", query: ["refused", "id"] },
  "/activate/form/paper": { at: "/activate/form/paper", query: refused },
  "/activate/form/print": { at: "/activate/form/print" },
  "/api/activate": { at: "/api/activate", form: { unitCode: "88888888", code: "none" } },
  "/api/activate/request": {
    at: "/api/activate/request",
    form: { number: "O-0000-0000", secret: "AAAAAAAAAAAA" },
  },
  "/api/activate/person": {
    at: "/api/activate/person",
    form: { ...page, personId: "", nationalId: "1234567890121", givenNameTh: "x", email: "a@b.example" },
  },
  "/api/activate/person/remove": { at: "/api/activate/person/remove", form: { ...page, personId: id } },
  "/api/activate/paper": {
    at: "/api/activate/paper",
    form: { ...page, kind: "appoint", issuer: "06360207", orderNumber: "1", signerName: "x" },
  },
  "/api/activate/documents": {
    at: "/api/activate/documents",
    form: { fileName: "x.pdf", sizeBytes: "10" },
  },
  "/api/activate/documents/remove": { at: "/api/activate/documents/remove", form: { documentId: id } },
  "/api/activate/print": { at: "/api/activate/print", form: {} },
  "/api/activate/submit": { at: "/api/activate/submit", form: page },
  "/api/activate/leave": { at: "/api/activate/leave", form: {} },
  "/oversight/activation": {
    at: "/oversight/activation",
    query: ["refused", "done", "q", "province", "state", "page"],
    isSignedIn: true,
  },
  "/oversight/activation/new": {
    at: "/oversight/activation/new",
    query: ["refused", "q", "province", "page"],
    isSignedIn: true,
  },
  "/oversight/activation/runs/[run]": {
    at: `/oversight/activation/runs/${id}`,
    typed: (value) => [`/oversight/activation/runs/${value}`],
    isSignedIn: true,
  },
  "/api/oversight/activation": {
    at: "/api/oversight/activation",
    form: { which: "chosen", "unit-06360207": "1", q: "", province: "" },
    isSignedIn: true,
  },
  "/api/oversight/activation/printed": {
    at: "/api/oversight/activation/printed",
    form: { run: id },
    isSignedIn: true,
  },
}
