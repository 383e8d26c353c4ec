import type { RouteLine } from "./route-line"

const refused = ["refused"] as const

/** Lines of the route table for registration. */
export const registrationRoutes: Readonly<Record<string, RouteLine>> = {
  "/register": { at: "/register", query: refused },
  "/register/[page]": {
    at: "/register/unit",
    typed: (value) => [`/register/${value}`],
    query: ["refused", "q", "province", "unit", "another"],
  },
  "/register/status": { at: "/register/status", query: ["refused", "number"] },
  "/register/status/code": { at: "/register/status/code", query: refused },
  "/api/register": { at: "/api/register", form: { privacyVersion: "0", isRead: "1", way: "typed" } },
  "/api/register/thaid": { at: "/api/register/thaid", form: {} },
  "/api/register/person": {
    at: "/api/register/person",
    form: { version: "1", nationalId: "1", titleTh: "", givenNameTh: "", familyNameTh: "" },
  },
  "/api/register/unit": {
    at: "/api/register/unit",
    form: { version: "1", unit: "06360207", post: "x", staffKind: "other", staffReason: "", telephone: "" },
  },
  "/api/register/email": { at: "/api/register/email", form: { version: "1", email: "a@b.example" } },
  "/api/register/code": { at: "/api/register/code", form: { code: "12345" } },
  "/api/register/documents": {
    at: "/api/register/documents",
    form: { fileName: "a.pdf", sizeBytes: "10" },
  },
  "/api/register/documents/remove": {
    at: "/api/register/documents/remove",
    form: { documentId: "00000000-0000-4000-8000-000000000000" },
  },
  "/api/register/submit": { at: "/api/register/submit", form: { version: "1", isTrue: "1" } },
  "/api/register/secret": { at: "/api/register/secret", form: { onward: "done" } },
  "/api/register/status": {
    at: "/api/register/status",
    form: { number: "R-0000-0000", secret: "AAAAAAAAAAAA" },
  },
  "/api/register/status/code": { at: "/api/register/status/code", form: { purpose: "correct" } },
  "/api/register/status/confirm": {
    at: "/api/register/status/confirm",
    form: { code: "12345", purpose: "correct" },
  },
}
