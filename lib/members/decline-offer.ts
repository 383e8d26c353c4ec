import "server-only"
import { lockOffer } from "@/db/queries/members-offers"
import { canBeAccount } from "@/lib/kernel/actor"
import { command } from "@/lib/kernel/command"
import { done, refused } from "@/lib/kernel/outcome"
import { endOffer } from "./end-offer"
import { ownOfferInput } from "./schema"

/** The owner of an account does not become a user of the unit that offered it. */
export const declineOffer = command({
  name: "members.decline-offer",
  input: ownOfferInput,
  allow: canBeAccount,
  async run({ tx, actor, now, input }) {
    const offer = await lockOffer(tx, input.offerId)
    if (offer?.accountId !== actor.accountId) return refused("not-found")
    if (offer.state !== "open" || offer.expiresAt <= now) return refused("members.offer-over")
    await endOffer(tx, offer, { state: "declined", now })
    return done({}, { subject: offer.id, unit: offer.unitId })
  },
})
