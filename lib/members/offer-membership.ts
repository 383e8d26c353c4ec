import "server-only"
import { canManageSomeUnit, unitToManage } from "@/lib/access/unit-in-sight"
import { command } from "@/lib/kernel/command"
import { done, refused } from "@/lib/kernel/outcome"
import { makeOffer } from "./make-offer"
import { offerInput } from "./schema"

/**
 * A unit makes somebody its user: an offer, which becomes a membership when its owner accepts. Whether the number is known
 * to the portal is nowhere in the answer, nor in what the unit sees afterwards.
 */
export const offerMembership = command({
  name: "members.offer",
  input: offerInput,
  allow: canManageSomeUnit,
  freshness: "run",
  async run({ tx, actor, now, input }) {
    const unit = await unitToManage(tx, actor, { unitCode: input.unitCode, now })
    if (typeof unit === "string") return refused(unit)
    const offer = await makeOffer(tx, actor, { unit, person: input, now })
    if (typeof offer === "string") return refused(offer)
    return done(offer, { subject: offer.id, unit: unit.id, detail: { staffKind: input.staffKind } })
  },
})
