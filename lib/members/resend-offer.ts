import "server-only"
import { lockOffer, markOfferRenewed } from "@/db/queries/members-offers"
import { canManageSomeUnit, unitToManage } from "@/lib/access/unit-in-sight"
import { command } from "@/lib/kernel/command"
import { done, refused } from "@/lib/kernel/outcome"
import { callOwner } from "./call-owner"
import { offerLimits } from "./rules"
import { unitOfferInput } from "./schema"

/** A unit sends its offer once more; it waits anew from then on. An earlier link into a new account is dead. */
export const resendOffer = command({
  name: "members.resend-offer",
  input: unitOfferInput,
  allow: canManageSomeUnit,
  freshness: "run",
  async run({ tx, actor, now, input }) {
    const unit = await unitToManage(tx, actor, { unitCode: input.unitCode, now })
    if (typeof unit === "string") return refused(unit)
    const offer = await lockOffer(tx, input.offerId)
    if (offer?.unitId !== unit.id) return refused("not-found")
    if (offer.state !== "open" || offer.expiresAt <= now) return refused("members.offer-over")
    const until = new Date(offer.offeredAt.getTime() + offerLimits.between * 1000)
    if (until > now) return refused("members.sent-lately", { until })
    const expiresAt = new Date(now.getTime() + offerLimits.lifetime * 1000)
    await markOfferRenewed(tx, offer.id, { offeredAt: now, expiresAt })
    await callOwner(tx, { ...offer, expiresAt }, now)
    return done({}, { subject: offer.id, unit: unit.id })
  },
})
