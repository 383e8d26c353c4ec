import "server-only"
import { lockOffer } from "@/db/queries/members-offers"
import { canManageSomeUnit, unitToManage } from "@/lib/access/unit-in-sight"
import { command } from "@/lib/kernel/command"
import { done, refused } from "@/lib/kernel/outcome"
import { endOffer } from "./end-offer"
import { unitOfferInput } from "./schema"

/** A unit takes its offer back before its owner has answered. */
export const withdrawOffer = command({
  name: "members.withdraw-offer",
  input: unitOfferInput,
  allow: canManageSomeUnit,
  freshness: "run",
  async run({ tx, actor, now, input }) {
    const unit = await unitToManage(tx, actor, { unitCode: input.unitCode, now })
    if (typeof unit === "string") return refused(unit)
    const offer = await lockOffer(tx, input.offerId)
    if (offer?.unitId !== unit.id) return refused("not-found")
    if (offer.state !== "open") return refused("members.offer-over")
    await endOffer(tx, offer, { state: "withdrawn", now })
    return done({}, { subject: offer.id, unit: unit.id })
  },
})
