import "server-only"
import { findUnitIdBy, lockMember } from "@/db/queries/members-acts"
import { canBeAccount } from "@/lib/kernel/actor"
import { command } from "@/lib/kernel/command"
import { done, refused } from "@/lib/kernel/outcome"
import { concludeMembership } from "./conclude-membership"
import { shutForLast } from "./lock-user"
import { allows } from "./rules"
import { leaveUnitInput } from "./schema"

/** A person leaves a unit of his own accord, having confirmed it. */
export const leaveUnit = command({
  name: "members.leave",
  input: leaveUnitInput,
  allow: canBeAccount,
  freshness: "step-up",
  async run({ tx, actor, now, input }) {
    const unitId = await findUnitIdBy(tx, input.unitCode)
    const member = unitId && (await lockMember(tx, { unitId, membershipId: input.membershipId }))
    if (!member || member.accountId !== actor.accountId) return refused("not-found")
    if (member.version !== input.version || !allows("end", member.state)) return refused("members.stale")
    const shut = await shutForLast(tx, member, { ...input, now })
    if (shut) return refused(shut)
    await concludeMembership(tx, member, { accountId: actor.accountId, reason: "", now })
    return done({}, { subject: member.id, unit: member.unitId })
  },
})
