import "server-only"
import { markRegistration, type Registration } from "@/db/queries/registration"
import { lockHolder, markAwarded } from "@/db/queries/registration-disputes"
import type { Transaction } from "@/db/types"
import { dropFactors } from "@/lib/factors/drop-factors"
import { withdrawInvitation } from "@/lib/invitations/withdraw-invitation"
import { enqueueMail } from "@/lib/mail/enqueue"
import { endAllSessions } from "@/lib/sessions/end-all-sessions"

/**
 * Step: a claim was approved, so the disputed account is the applicant's, whom ThaiID proved. All that its former holder
 * came in by is gone, he is told, and what he had is kept with the request in case the decision is taken back.
 *
 * @returns whether the request claimed this account and got it
 */
export async function awardDisputed(
  tx: Transaction,
  { id, disputedAccountId, titleTh, givenNameTh, familyNameTh }: Registration,
  { accountId, email, now }: { readonly accountId: string; readonly email: string; readonly now: Date },
): Promise<boolean> {
  const former = disputedAccountId === accountId ? await lockHolder(tx, accountId) : undefined
  if (!former) return false
  // its factors go first: their loss is told to the address that it still has
  await dropFactors(tx, accountId, now)
  await markAwarded(tx, accountId, { email, titleTh, givenNameTh, familyNameTh, now })
  await withdrawInvitation(tx, accountId, now)
  await endAllSessions(tx, accountId, "locked", now)
  await markRegistration(tx, id, { replaced: former })
  if (former.email && former.emailVerifiedAt && former.email !== email) {
    const props = { kind: "given" as const, at: now.toISOString() }
    await enqueueMail(tx, {
      template: "dispute-settled",
      locale: former.locale,
      to: former.email,
      props,
      now,
    })
  }
  return true
}
