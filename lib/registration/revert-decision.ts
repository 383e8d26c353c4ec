import "server-only"
import { lockRegistration, markRegistration, type Registration } from "@/db/queries/registration"
import { findAccountInDispute, markDisputedAgain } from "@/db/queries/registration-disputes"
import type { decisionOutcomes } from "@/db/schema/cases"
import type { Transaction } from "@/db/types"
import { endMembership } from "@/lib/access/end-membership"
import { closeUnusedAccount } from "@/lib/identity/close-unused-account"
import { withdrawInvitation } from "@/lib/invitations/withdraw-invitation"
import { freezeDisputed } from "@/lib/signin/freeze-disputed"

/** A decision that took effect and is taken back. */
type RevertedDecision = {
  readonly registrationId: string
  readonly outcome: (typeof decisionOutcomes)[number]
  readonly now: Date
}

/**
 * Step: a registration is open again as if nobody had decided; every flag that the decision set is reset. The membership
 * that came by it ends; the account only if it came by it too and nobody has used it. The caller holds the case.
 *
 * @returns false where the request is not in the state in which that decision left it
 */
export async function revertRegistrationDecision(
  tx: Transaction,
  { registrationId, outcome, now }: RevertedDecision,
): Promise<boolean> {
  const left = { approve: "approved", return: "returned", reject: "rejected" } as const
  const row = await lockRegistration(tx, { id: registrationId })
  if (row?.state !== left[outcome]) return false
  if (row.membershipId) await endMembership(tx, row.membershipId, now)
  if (row.accountId && row.hadAccount === false) {
    await withdrawInvitation(tx, row.accountId, now)
    await closeUnusedAccount(tx, row.accountId, now)
  }
  await disputeAgain(tx, row, now)
  await markRegistration(tx, registrationId, {
    state: "submitted",
    returnedFields: null,
    decidedAt: null,
    accountId: null,
    membershipId: null,
    hadAccount: null,
    replaced: null,
  })
  return true
}

/** What the officer gave to the person whom ThaiID proved, or back to its holder, is in dispute again. */
async function disputeAgain(tx: Transaction, row: Registration, now: Date): Promise<void> {
  const { disputedAccountId: accountId, decidedAt, replaced, state } = row
  if (!(accountId && decidedAt)) return
  if (replaced) await markDisputedAgain(tx, accountId, { awardedAt: decidedAt, former: replaced, now })
  if (state !== "rejected") return
  const account = await findAccountInDispute(tx, accountId)
  if (account) await freezeDisputed(tx, account, now)
}
