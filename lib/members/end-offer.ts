import "server-only"
import {
  findReach,
  hasMembership,
  markNextOfferFirst,
  markOffer,
  type Offer,
} from "@/db/queries/members-offers"
import type { Transaction } from "@/db/types"
import { closeUnusedAccount } from "@/lib/identity/close-unused-account"
import { withdrawInvitation } from "@/lib/invitations/withdraw-invitation"
import { callOwner } from "./call-owner"

/**
 * Step: ends an offer that nobody accepted. The account that came by it and that nobody has used gets its way in from the
 * next unit that offers a membership to its person; where there is none, it is closed. The caller holds account and offer.
 */
export async function endOffer(
  tx: Transaction,
  offer: Offer,
  to: { readonly state: "declined" | "withdrawn" | "expired"; readonly now: Date },
): Promise<void> {
  const { accountId } = offer
  await markOffer(tx, offer.id, to)
  if (!offer.isNewAccount || (await findReach(tx, accountId))?.state !== "invited") return
  if (await hasMembership(tx, accountId)) return
  await withdrawInvitation(tx, accountId, to.now)
  const next = await markNextOfferFirst(tx, accountId, to.now)
  if (next) await callOwner(tx, next, to.now)
  else await closeUnusedAccount(tx, accountId, to.now)
}
