import "server-only"
import { markChosenMembership } from "@/db/queries/sessions"
import { canBeAccount } from "@/lib/kernel/actor"
import { command } from "@/lib/kernel/command"
import { done, refused } from "@/lib/kernel/outcome"
import { chooseMembershipInput } from "./schema"

/** Chooses for which of one's units one works in this session; it gives no power and takes none. */
export const chooseMembership = command({
  name: "sessions.choose-membership",
  input: chooseMembershipInput,
  allow: canBeAccount,
  async run({ tx, actor, input }) {
    const seat = actor.seats.find(({ membershipId }) => membershipId === input.membershipId)
    if (!seat) return refused("sessions.no-such-seat")
    await markChosenMembership(tx, { sessionId: actor.sessionId, membershipId: seat.membershipId })
    return done(null, { subject: seat.membershipId, unit: seat.unitId })
  },
})
