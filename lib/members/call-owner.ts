import "server-only"
import { findReach, type Offer } from "@/db/queries/members-offers"
import type { Transaction } from "@/db/types"
import { invite } from "@/lib/invitations/invite"
import { tellOwner } from "./tell-owner"

/**
 * Step: calls the person whom an offer is for. Somebody new gets a one-time link at the address that the unit typed;
 * whoever has an account is told at his own confirmed address, never at the typed one, and what the unit sees is the same.
 */
export async function callOwner(
  tx: Transaction,
  offer: Pick<Offer, "accountId" | "unitId" | "isNewAccount" | "email" | "expiresAt">,
  now: Date,
): Promise<void> {
  const { accountId, unitId, email } = offer
  const owner = await findReach(tx, accountId)
  if (offer.isNewAccount && owner?.state === "invited") {
    await invite(tx, { accountId, email, locale: owner.locale, now })
    return
  }
  if (owner?.state === "invited" || owner?.state === "closed") return
  await tellOwner(tx, { accountId, unitId, kind: "offered", until: offer.expiresAt, now })
}
