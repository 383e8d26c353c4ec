import "server-only"
import { lockOffer } from "@/db/queries/members-offers"
import type { Transaction } from "@/db/types"
import { endOffer } from "./end-offer"

/** Step: withdraws an offer of a unit while its owner has not answered; `accepted` where he has become its user. */
export async function takeBackOffer(
  tx: Transaction,
  at: { readonly offerId: string; readonly unitId: string; readonly now: Date },
): Promise<"withdrawn" | "accepted" | "gone"> {
  const offer = await lockOffer(tx, at.offerId)
  if (offer?.unitId !== at.unitId) return "gone"
  if (offer.state === "accepted") return "accepted"
  if (offer.state !== "open") return "gone"
  await endOffer(tx, offer, { state: "withdrawn", now: at.now })
  return "withdrawn"
}
