import "server-only"
import type { Registration } from "@/db/queries/registration"
import { markReleased } from "@/db/queries/registration-disputes"
import type { Transaction } from "@/db/types"
import { invite } from "@/lib/invitations/invite"
import { enqueueMail } from "@/lib/mail/enqueue"

/**
 * Step: a claim was rejected, so the account that it had frozen is its holder's again, as the dispute found it; he is told,
 * and invited anew where he had not come in yet. It stays frozen while another claim to it is open.
 *
 * @returns the account that was released, if one was
 */
export async function releaseDisputed(
  tx: Transaction,
  { id, disputedAccountId }: Registration,
  now: Date,
): Promise<{ readonly released?: string }> {
  const released = disputedAccountId
    ? await markReleased(tx, disputedAccountId, { without: id, now })
    : undefined
  if (!released) return {}
  const { accountId, state, email, locale } = released
  if (state === "invited" && email) await invite(tx, { accountId, email, locale, now })
  else if (email) {
    const props = { kind: "kept" as const, at: now.toISOString() }
    await enqueueMail(tx, { template: "dispute-settled", locale, to: email, props, now })
  }
  return { released: accountId }
}
