import "server-only"
import type { Executor, Transaction } from "@/db/types"
import type { CaseFacts } from "@/lib/cases/facts"
import type { DecisionOutcome } from "@/lib/cases/rules"
import { applyOrderDecision } from "@/lib/orders/apply-decision"
import { orderForReview } from "@/lib/orders/for-review"
import { revertOrderDecision } from "@/lib/orders/revert-decision"
import { applyRegistrationDecision } from "@/lib/registration/apply-decision"
import { registrationForReview } from "@/lib/registration/registration-for-review"
import { revertRegistrationDecision } from "@/lib/registration/revert-decision"
import type { CaseKind } from "./rules"

/** A decision whose time has come, as the room of its request carries it out. */
export type Carried = {
  readonly outcome: DecisionOutcome
  readonly fields: readonly string[]
  readonly reasons: readonly string[]
  readonly note: string
  readonly excluded: readonly string[]
  readonly decisionId: string
  readonly decidedBy: string
  readonly now: Date
}

/** What the room of a kind of request does for the desk. The case is held before either step is called. */
type Subject = {
  /** Nothing where the request is gone. */
  readonly forReview: (db: Executor, subjectId: string, now: Date) => Promise<CaseFacts | undefined>
  /** Nothing where the request is not in a state in which that can follow. */
  readonly apply: (tx: Transaction, subjectId: string, carried: Carried) => Promise<object | undefined>
  /** False where the request is not in the state in which that decision left it. */
  readonly revert: (
    tx: Transaction,
    subjectId: string,
    at: { readonly outcome: DecisionOutcome; readonly now: Date },
  ) => Promise<boolean>
}

/** The kinds of request that the desk knows. */
const subjects: { readonly [K in CaseKind]: Subject } = {
  order: {
    forReview: orderForReview,
    apply: (tx, orderId, carried) => applyOrderDecision(tx, { orderId, ...carried }),
    revert: (tx, orderId, at) => revertOrderDecision(tx, { orderId, ...at }),
  },
  registration: {
    forReview: registrationForReview,
    apply: (tx, registrationId, carried) => applyRegistrationDecision(tx, { registrationId, ...carried }),
    revert: (tx, registrationId, at) => revertRegistrationDecision(tx, { registrationId, ...at }),
  },
}

/** What the room of a kind of request does for the desk. */
export function subjectOf(kind: CaseKind): Subject {
  return subjects[kind]
}
