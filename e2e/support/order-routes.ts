import type { RouteLine } from "./route-line"

const unit = "/unit/06360207"
const order = { unitCode: "06360207", number: "O-0000-0000", version: "1" }
const none = `${unit}/orders/O-0000-0000`
const documentId = "00000000-0000-4000-8000-000000000000"

const typedInto = (rest: string) => (value: string) => [
  `/unit/${value}/orders/O-0000-0000${rest}`,
  `${unit}/orders/${value}${rest}`,
]

/** Lines of the route table for the console of a unit and its orders. */
export const orderRoutes: Readonly<Record<string, RouteLine>> = {
  "/unit/[code]": { at: unit, typed: (value) => [`/unit/${value}`], isSignedIn: true },
  "/unit/[code]/orders": {
    at: `${unit}/orders`,
    typed: (value) => [`/unit/${value}/orders`],
    isSignedIn: true,
  },
  "/unit/[code]/orders/new": {
    at: `${unit}/orders/new`,
    typed: (value) => [`/unit/${value}/orders/new`],
    query: ["refused"],
    isSignedIn: true,
  },
  "/unit/[code]/orders/[number]": {
    at: none,
    typed: typedInto(""),
    query: ["refused", "done"],
    isSignedIn: true,
  },
  "/unit/[code]/orders/[number]/paper": {
    at: `${none}/paper`,
    typed: typedInto("/paper"),
    query: ["refused"],
    isSignedIn: true,
  },
  "/unit/[code]/orders/[number]/person": {
    at: `${none}/person`,
    typed: typedInto("/person"),
    query: ["refused", "id"],
    isSignedIn: true,
  },
  "/unit/[code]/orders/[number]/print": {
    at: `${none}/print`,
    typed: typedInto("/print"),
    isSignedIn: true,
  },
  "/q/[number]/[version]/[page]/[check]": {
    at: "/q/O-0000-0000/1/1-1/AAAAAAAAAA",
    typed: (value) => [`/q/${value}/1/1-1/AAAAAAAAAA`, `/q/O-0000-0000/1/${value}/AAAAAAAAAA`],
    isSignedIn: true,
  },
  "/api/unit/orders": {
    at: "/api/unit/orders",
    form: { unitCode: "06360207", kind: "appoint" },
    isSignedIn: true,
  },
  "/api/unit/orders/paper": {
    at: "/api/unit/orders/paper",
    form: { ...order, kind: "appoint", issuer: "06360207", orderNumber: "1", signerName: "x" },
    isSignedIn: true,
  },
  "/api/unit/orders/person": {
    at: "/api/unit/orders/person",
    form: { ...order, personId: "", nationalId: "1234567890121", givenNameTh: "x", email: "a@b.example" },
    isSignedIn: true,
  },
  "/api/unit/orders/person/remove": {
    at: "/api/unit/orders/person/remove",
    form: { ...order, personId: documentId },
    isSignedIn: true,
  },
  "/api/unit/orders/documents": {
    at: "/api/unit/orders/documents",
    form: { unitCode: "06360207", number: "O-0000-0000", fileName: "x.pdf", sizeBytes: "10" },
    isSignedIn: true,
  },
  "/api/unit/orders/documents/remove": {
    at: "/api/unit/orders/documents/remove",
    form: { ...order, documentId },
    isSignedIn: true,
  },
  "/api/unit/orders/print": {
    at: "/api/unit/orders/print",
    form: { unitCode: "06360207", number: "O-0000-0000" },
    isSignedIn: true,
  },
  "/api/unit/orders/submit": { at: "/api/unit/orders/submit", form: order, isSignedIn: true },
  "/api/unit/orders/withdraw": { at: "/api/unit/orders/withdraw", form: order, isSignedIn: true },
}
