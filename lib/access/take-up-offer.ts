import "server-only"
import { endLapsedMembership, findCurrentMembership } from "@/db/queries/memberships"
import { insertOffered, lockFirstOffer, markOfferAccepted, type Offer } from "@/db/queries/offers"
import type { Transaction } from "@/db/types"
import { bangkokDay } from "@/lib/i18n/dates"

/**
 * Step: makes the membership that was offered, because its owner accepts. Where he became a member of the unit meanwhile
 * by another way, that one stays as it is. The caller holds the offer.
 */
export async function takeUpOffer(tx: Transaction, offer: Offer, now: Date): Promise<string> {
  const today = bangkokDay(now)
  const { accountId, unitId, post, staffKind } = offer
  const wanted = {
    accountId,
    unitId,
    post,
    staffKind,
    officeTelephone: offer.officeTelephone || null,
    today,
  }
  await endLapsedMembership(tx, wanted)
  const made = await insertOffered(tx, offer, today)
  const membershipId = made ?? (await findCurrentMembership(tx, wanted))?.membershipId
  if (!membershipId) throw new Error("a membership can neither be made nor found")
  await markOfferAccepted(tx, offer.id, { membershipId, now })
  return membershipId
}

/**
 * Step: whoever comes into his new account for the first time accepts the offer by which it came into being; offers of
 * other units he is asked about. The caller holds the account.
 */
export async function takeUpFirstOffer(tx: Transaction, accountId: string, now: Date): Promise<void> {
  const offer = await lockFirstOffer(tx, accountId)
  if (!offer || offer.expiresAt <= now) return
  if (offer.validUntil !== null && offer.validUntil < bangkokDay(now)) return
  await takeUpOffer(tx, offer, now)
}
