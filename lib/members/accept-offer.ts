import "server-only"
import { lockOffer } from "@/db/queries/members-offers"
import { takeUpOffer } from "@/lib/access/take-up-offer"
import { bangkokDay } from "@/lib/i18n/dates"
import { canBeAccount } from "@/lib/kernel/actor"
import { command } from "@/lib/kernel/command"
import { done, refused } from "@/lib/kernel/outcome"
import { ownOfferInput } from "./schema"

/** The owner of an account becomes a user of the unit that offered it. */
export const acceptOffer = command({
  name: "members.accept-offer",
  input: ownOfferInput,
  allow: canBeAccount,
  async run({ tx, actor, now, input }) {
    const offer = await lockOffer(tx, input.offerId)
    if (offer?.accountId !== actor.accountId) return refused("not-found")
    if (offer.state !== "open" || offer.expiresAt <= now) return refused("members.offer-over")
    if (offer.validUntil !== null && offer.validUntil < bangkokDay(now)) return refused("members.offer-over")
    const membershipId = await takeUpOffer(tx, offer, now)
    return done({}, { subject: membershipId, unit: offer.unitId, detail: { offer: offer.id } })
  },
})
