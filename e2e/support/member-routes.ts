import { importRoutes } from "./import-routes"
import type { RouteLine } from "./route-line"

const unitCode = "06360207"
const none = "00000000-0000-4000-8000-000000000000"

const user = { unitCode, membershipId: none, version: "1" }
const terms = {
  post: "x",
  staffKind: "other",
  staffReason: "x",
  officeTelephone: "x",
  orderText: "x",
  validFromDay: "1",
  validFromMonth: "1",
  validFromYear: "2569",
  validUntilDay: "1",
  validUntilMonth: "1",
  validUntilYear: "2569",
}
const offer = {
  unitCode,
  nationalId: "x",
  titleTh: "x",
  givenNameTh: "x",
  familyNameTh: "x",
  post: "x",
  staffKind: "other",
  staffReason: "x",
  orderText: "x",
  email: "somebody@officials.example",
  officeTelephone: "x",
  validFromDay: "1",
  validFromMonth: "1",
  validFromYear: "2569",
  validUntilDay: "1",
  validUntilMonth: "1",
  validUntilYear: "2569",
}

/** Lines of the route table for the users of a unit. */
export const memberRoutes: Readonly<Record<string, RouteLine>> = {
  ...importRoutes,
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
  "/unit/[code]/users/[membership]/[act]": {
    at: `/unit/${unitCode}/users/${none}/suspend`,
    typed: (value) => [`/unit/${unitCode}/users/${none}/${value}`, `/unit/${unitCode}/users/${value}/end`],
    query: ["refused"],
    isSignedIn: true,
  },
  "/api/unit/users/act": {
    at: "/api/unit/users/act",
    form: {
      act: "suspend",
      ...user,
      reason: "x",
      untilDay: "1",
      untilMonth: "1",
      untilYear: "2569",
      knowsLast: "1",
    },
    isSignedIn: true,
  },
  "/api/unit/users/edit": {
    at: "/api/unit/users/edit",
    form: { ...user, ...terms },
    isSignedIn: true,
  },
  "/unit/[code]/users/new": {
    at: `/unit/${unitCode}/users/new`,
    typed: (value) => [`/unit/${value}/users/new`],
    query: ["refused"],
    isSignedIn: true,
  },
  "/account/offers": { at: "/account/offers", query: ["refused", "done"], isSignedIn: true },
  "/api/account/offers/accept": {
    at: "/api/account/offers/accept",
    form: { offerId: none },
    isSignedIn: true,
  },
  "/api/account/offers/decline": {
    at: "/api/account/offers/decline",
    form: { offerId: none },
    isSignedIn: true,
  },
  "/api/unit/users/offers": { at: "/api/unit/users/offers", form: offer, isSignedIn: true },
  "/api/unit/users/offers/withdraw": {
    at: "/api/unit/users/offers/withdraw",
    form: { unitCode, offerId: none },
    isSignedIn: true,
  },
  "/api/unit/users/offers/resend": {
    at: "/api/unit/users/offers/resend",
    form: { unitCode, offerId: none },
    isSignedIn: true,
  },
  "/api/unit/users/find": {
    at: "/api/unit/users/find",
    form: { unitCode, typed: "x", state: "active", kind: "other", admin: "1", grants: "none", seen: "not" },
    isSignedIn: true,
  },
}
