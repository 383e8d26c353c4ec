import { and, eq, sql } from "drizzle-orm"
import { membershipOffers } from "@/db/schema/members"
import type { Transaction } from "@/db/types"

/** An offer of membership as it stands. */
export type Offer = typeof membershipOffers.$inferSelect

/** The open offer by which an account came into being, held; nothing where it came otherwise. */
export async function lockFirstOffer(tx: Transaction, accountId: string): Promise<Offer | undefined> {
  const [row] = await tx
    .select()
    .from(membershipOffers)
    .where(
      and(
        eq(membershipOffers.accountId, accountId),
        eq(membershipOffers.state, "open"),
        eq(membershipOffers.isNewAccount, true),
      ),
    )
    .for("update")
  return row
}

/** Makes the membership that was offered, from today at the earliest; nothing where the account has one in the unit. */
export async function insertOffered(
  tx: Transaction,
  offer: Offer,
  today: string,
): Promise<string | undefined> {
  const [made] = await tx.execute<{ id: string }>(sql`
    insert into memberships (account_id, unit_id, post, staff_kind, staff_reason, office_telephone, order_text, state,
      valid_from, valid_until)
    values (${offer.accountId}, ${offer.unitId}, ${offer.post}, ${offer.staffKind}, ${offer.staffReason},
      nullif(${offer.officeTelephone}, ''), ${offer.orderText}, 'active', greatest(${offer.validFrom}::date, ${today}),
      ${offer.validUntil})
    on conflict (account_id, unit_id) where state <> 'ended' do nothing returning id`)
  return made?.id
}

/** The offer is a membership from now on. */
export async function markOfferAccepted(
  tx: Transaction,
  offerId: string,
  to: { readonly membershipId: string; readonly now: Date },
): Promise<void> {
  await tx
    .update(membershipOffers)
    .set({ state: "accepted", membershipId: to.membershipId, decidedAt: to.now })
    .where(eq(membershipOffers.id, offerId))
}
