import type { caseStates, decisionOutcomes } from "@/db/schema/cases"

/** State of a case. */
export type CaseState = (typeof caseStates)[number]

/** What a reviewer can decide. */
export type DecisionOutcome = (typeof decisionOutcomes)[number]

/** In which states what can be done with a case. Undoing and reopening ask besides whether the decision took effect. */
export const statesAllowing = {
  claim: ["waiting"],
  decide: ["waiting"],
  undo: ["returned", "decided"],
  reopen: ["returned", "decided"],
} as const satisfies Record<string, readonly CaseState[]>

/** Whether a case in this state lets that be done. */
export function allows(act: keyof typeof statesAllowing, state: CaseState): boolean {
  const states: readonly CaseState[] = statesAllowing[act]
  return states.includes(state)
}

/** Where each decision leads a case. */
export const stateAfter = {
  approve: "decided",
  return: "returned",
  reject: "decided",
} as const satisfies Record<DecisionOutcome, CaseState>

/** Within so many seconds a decision can be undone; then it takes effect and its mail leaves. */
export const undoSeconds = 30

/** A claim on a case lasts so many seconds unless it is renewed. */
export const leaseSeconds = 600

/** After so many working days the next office above may decide as well (product page, "Powers"). */
export const patienceDays = 3

/** What a reviewer can hand back to be mended, by kind of request; each has a label in room `desk` of the words. */
export const returnableFields = {
  registration: [
    "name",
    "nationalId",
    "unit",
    "post",
    "staffKind",
    "staffReason",
    "telephone",
    "email",
    "documents",
  ],
  order: [
    "kind",
    "orderNumber",
    "orderDate",
    "issuer",
    "signer",
    "validity",
    "revokes",
    "people",
    "documents",
  ],
} as const

/** A field of a request that can be handed back. */
export type ReturnableField = (typeof returnableFields)[keyof typeof returnableFields][number]

/**
 * Whether text names what can be handed back: a field of that kind of request, a page of a document (`page:<id>:<n>`), or
 * a person of an order (`person:<id>`).
 */
export function isReturnable(kind: keyof typeof returnableFields, text: string): boolean {
  const fields: readonly string[] = returnableFields[kind]
  if (fields.includes(text)) return true
  if (/^page:[0-9a-f-]{36}:[1-9]\d{0,2}$/.test(text)) return true
  return kind === "order" && /^person:[0-9a-f-]{36}$/.test(text)
}
