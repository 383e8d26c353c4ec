import type { caseKinds } from "@/db/schema/cases"
import type { Actor } from "@/lib/kernel/actor"

/** A kind of request. */
export type CaseKind = (typeof caseKinds)[number]

/** Which power decides on which kind of request. */
export const powerFor = { registration: "registrations.decide", order: "orders.decide" } as const

/**
 * Reasons by code, in the order in which keys 1 to 9 choose them; each is a sentence for the reviewer and one for the
 * applicant in room `desk` of the words.
 */
export const reasonsFor = {
  registration: {
    return: [
      "evidence-unreadable",
      "evidence-missing",
      "evidence-outdated",
      "name-differs",
      "unit-differs",
      "post-unclear",
      "staff-reason-thin",
      "id-card-sent",
      "other-see-note",
    ],
    reject: ["not-of-unit", "not-entitled", "already-has-account", "evidence-false", "other-see-note"],
  },
  order: {
    return: [
      "scan-unreadable",
      "page-missing",
      "not-signed",
      "number-differs",
      "date-differs",
      "people-differ",
      "staff-reason-thin",
      "contact-missing",
      "other-see-note",
    ],
    reject: ["signer-not-competent", "order-duplicate", "wrong-unit", "evidence-false", "other-see-note"],
  },
} as const satisfies Record<CaseKind, Record<"return" | "reject", readonly string[]>>

/** Every reason there is. */
export const reasonCodes: readonly string[] = [
  ...new Set(Object.values(reasonsFor).flatMap((one) => [...one.return, ...one.reject])),
]

/** This reason says nothing by itself: the words beside it have to. */
export const needsNote = "other-see-note"

/** Longest note to an applicant, in characters. */
export const longestNote = 1000

/**
 * The reviewer as the desk's lists know him: the officer's and the auditor's view is of the whole country; what other
 * roles of the Department see elsewhere, they don't see here, where requests and documents of people lie.
 */
export function asReviewer(actor: Actor): Actor {
  if (actor.kind !== "account") return actor
  const roles = actor.roles.filter((role) => role === "officer" || role === "auditor")
  return { ...actor, roles }
}
