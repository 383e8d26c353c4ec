import "server-only"
import type { CaseSubject } from "@/db/queries/cases"
import type { staffKinds } from "@/db/schema/access"
import type { ReturnableField } from "./rules"

/** What a fact says. What is a code or a day is worded where it is shown, in the reviewer's language. */
export type FactValue =
  | { readonly is: "text"; readonly text: string }
  | { readonly is: "staff-kind"; readonly kind: (typeof staffKinds)[number] }
  | { readonly is: "order-kind"; readonly kind: "appoint" | "acting" | "revoke" }
  | { readonly is: "unit"; readonly nameTh: string; readonly nameEn: string | null; readonly code: string }
  /** A day of the calendar, `YYYY-MM-DD`. */
  | { readonly is: "day"; readonly day: string }
  | { readonly is: "instant"; readonly at: Date }

/** One line before the reviewer; its label is the field's word in room `desk`. */
export type CaseFact = {
  readonly field: ReturnableField
  readonly value: FactValue
  /** ThaiID, or a code mailed to the address, proved it; else somebody typed it. */
  readonly isProved: boolean
  /** The reviewer handed it back last time, and it was changed since. */
  readonly isCorrected?: boolean
}

/** Facts that belong together, shown under one heading (room `desk`, `groups`). */
export type FactGroup = {
  readonly group: "person" | "unit" | "contact" | "paper" | "validity"
  readonly facts: readonly CaseFact[]
}

/** A person named in an order. */
export type CasePerson = {
  /** `order_people.id`: what an approval may leave out. */
  readonly id: string
  readonly name: string
  /** In full: it is what the reviewer compares with the paper. */
  readonly nationalId: string
  readonly post: string
  readonly staffKind: (typeof staffKinds)[number]
  readonly staffReason: string
  readonly email: string
  readonly officeTelephone: string
  /** He has an account already, in whatever state. */
  readonly hasAccount: boolean
  /** He is SSO Admin of the unit already. */
  readonly isAdmin: boolean
}

/** What the reviewer should look at twice; each is a sentence in room `desk`. None of them decides anything. */
export const caseWarnings = [
  // the same person: another open request, an account
  "same-person-waiting",
  "same-person-account",
  // a person of the same name in the unit
  "same-name",
  // the same file, or the same paper, was handed in before
  "same-file",
  "same-order",
  // not permanent staff, for the reason stated
  "staff-reason",
  // facts typed, nobody proved them
  "not-proved",
  // ThaiID proved the number of an account that never was proved: it is frozen
  "disputed-account",
  // it came by the unit's activation code: nobody with an account vouches for it
  "by-activation-code",
  // QR code of the scan
  "scan-unmatched",
  "scan-other-request",
  "scan-other-print",
  "scan-pages-missing",
  // a file that no virus scanner has seen (demonstration)
  "unscanned-file",
] as const

/** A warning, with the number of the other request it is about where there is one. */
export type CaseWarning = {
  readonly code: (typeof caseWarnings)[number]
  readonly otherNumber?: string
}

/** All that a request's room tells a reviewer about it. */
export type CaseFacts = CaseSubject & {
  readonly groups: readonly FactGroup[]
  /** Those named in an order; none in a registration. */
  readonly people: readonly CasePerson[]
  readonly warnings: readonly CaseWarning[]
  /** Fields and pages handed back last time, while that is of interest. */
  readonly returnedFields: readonly string[]
}
