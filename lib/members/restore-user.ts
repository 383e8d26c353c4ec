import "server-only"
import { markMembership } from "@/db/queries/members-acts"
import { canManageSomeUnit } from "@/lib/access/unit-in-sight"
import { command } from "@/lib/kernel/command"
import { done, refused } from "@/lib/kernel/outcome"
import { lockUser } from "./lock-user"
import { userActInput } from "./schema"
import { tellOwner } from "./tell-owner"

/** Ends a suspension: the membership and its rights are as they were. Nobody restores himself. */
export const restoreUser = command({
  name: "members.restore",
  input: userActInput,
  allow: canManageSomeUnit,
  freshness: "run",
  async run({ tx, actor, now, input }) {
    const held = await lockUser(tx, actor, { ...input, act: "restore", now })
    if (typeof held === "string") return refused(held)
    const { unit, member } = held
    if (member.accountId === actor.accountId) return refused("members.own-membership")
    await markMembership(tx, member.id, {
      state: "active",
      stateReason: "",
      stateChangedAt: now,
      stateChangedBy: actor.accountId,
      suspendedUntil: null,
    })
    await tellOwner(tx, { accountId: member.accountId, unitId: unit.id, kind: "restored", now })
    return done({}, { subject: member.id, unit: unit.id })
  },
})
