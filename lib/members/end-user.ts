import "server-only"
import { canManageSomeUnit } from "@/lib/access/unit-in-sight"
import { command } from "@/lib/kernel/command"
import { done, refused } from "@/lib/kernel/outcome"
import { concludeMembership } from "./conclude-membership"
import { lockUser, shutForLast } from "./lock-user"
import { endUserInput } from "./schema"

/** Ends a membership for good, with its appointment and rights; the account stays. Nobody ends his own this way. */
export const endUser = command({
  name: "members.end",
  input: endUserInput,
  allow: canManageSomeUnit,
  freshness: "run",
  async run({ tx, actor, now, input }) {
    const held = await lockUser(tx, actor, { ...input, act: "end", now })
    if (typeof held === "string") return refused(held)
    const { unit, member } = held
    if (member.accountId === actor.accountId) return refused("members.own-membership")
    const shut = await shutForLast(tx, member, { ...input, now })
    if (shut) return refused(shut)
    await concludeMembership(tx, member, { accountId: actor.accountId, reason: input.reason, now })
    return done({}, { subject: member.id, unit: unit.id })
  },
})
