import "server-only"
import { lockMember, upsertSuccessor } from "@/db/queries/oversight-succession"
import { canManageSomeUnit, unitToManage } from "@/lib/access/unit-in-sight"
import { command } from "@/lib/kernel/command"
import { done, refused } from "@/lib/kernel/outcome"
import { nameSuccessorInput } from "./schema"

/** Names who is to take over when the unit has no SSO Admin any more. It gives no power by itself. */
export const nameSuccessor = command({
  name: "oversight.name-successor",
  input: nameSuccessorInput,
  allow: canManageSomeUnit,
  async run({ tx, actor, now, input }) {
    const unit = await unitToManage(tx, actor, { ...input, now })
    if (typeof unit === "string") return refused(unit)
    const member = await lockMember(tx, unit.id, input.membershipId)
    if (!member) return refused("not-found")
    const { membershipId } = input
    await upsertSuccessor(tx, { unitId: unit.id, membershipId, namedBy: actor.accountId, namedAt: now })
    return done({}, { subject: member.accountId, unit: unit.id })
  },
})
