import "server-only"
import { listLapsedOffers, lockOffer } from "@/db/queries/members-offers"
import type { Database } from "@/db/types"
import { endOffer } from "./end-offer"

/** Ends the offers whose time is over, each in a transaction of its own; one answered meanwhile stays as it is. */
export async function expireOffers(db: Database, now: Date): Promise<void> {
  for (const id of await listLapsedOffers(db, now)) {
    await db.transaction(async (tx) => {
      const offer = await lockOffer(tx, id)
      if (offer?.state === "open" && offer.expiresAt <= now)
        await endOffer(tx, offer, { state: "expired", now })
    })
  }
}
