import "server-only"
import {
  markAppointmentsEnded,
  markEndedRestored,
  markInForceAgain,
  markUnappointed,
} from "@/db/queries/order-effects"
import { listPeople, type OrderPerson } from "@/db/queries/order-people"
import { findSamePaper, lockOrder, markChanged } from "@/db/queries/orders"
import type { Transaction } from "@/db/types"
import { endMembership } from "@/lib/access/end-membership"
import type { DecisionOutcome } from "@/lib/cases/rules"
import { closeUnusedAccount } from "@/lib/identity/close-unused-account"
import { withdrawInvitation } from "@/lib/invitations/withdraw-invitation"

/** A decision that took effect and is taken back. */
type RevertedDecision = { readonly orderId: string; readonly outcome: DecisionOutcome; readonly now: Date }

const left = {
  approve: ["approved", "superseded", "expired", "revoked"],
  return: ["returned"],
  reject: ["rejected"],
} as const

/**
 * Step: an order is open again as if nobody had decided; every flag that the decision set is reset. Its appointments end,
 * what it had ended is in force again, memberships that came by it end, and accounts that came by it and that nobody has
 * used are closed. The caller holds the case.
 *
 * @returns false where the order is not in a state in which that decision left it, or its paper was handed in anew
 */
export async function revertOrderDecision(
  tx: Transaction,
  { orderId, outcome, now }: RevertedDecision,
): Promise<boolean> {
  const order = await lockOrder(tx, orderId)
  const states: readonly string[] = left[outcome]
  if (!order || !states.includes(order.state)) return false
  // a paper that was turned down may have been handed in anew, and stands in the queue once
  if (outcome === "reject" && (await findSamePaper(tx, order))) return false
  if (outcome === "approve") {
    const people = await listPeople(tx, orderId)
    await markAppointmentsEnded(tx, orderId, now)
    await markInForceAgain(tx, orderId, order.revokesId)
    await markEndedRestored(tx, orderId)
    for (const person of people) await takeBack(tx, person, now)
    await markUnappointed(tx, orderId)
  }
  await markChanged(tx, orderId, { state: "submitted", returnedFields: null, decidedAt: null })
  return true
}

async function takeBack(tx: Transaction, person: OrderPerson, now: Date): Promise<void> {
  const { accountId, membershipId, isNewAccount, isNewMembership } = person
  if (membershipId && isNewMembership) await endMembership(tx, membershipId, now)
  if (!accountId || !isNewAccount) return
  await withdrawInvitation(tx, accountId, now)
  await closeUnusedAccount(tx, accountId, now)
}
