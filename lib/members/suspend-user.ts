import "server-only"
import { markMembership } from "@/db/queries/members-acts"
import { canManageSomeUnit } from "@/lib/access/unit-in-sight"
import { bangkokDay } from "@/lib/i18n/dates"
import { command } from "@/lib/kernel/command"
import { done, refused } from "@/lib/kernel/outcome"
import { lockUser, shutForLast } from "./lock-user"
import { suspendUserInput } from "./schema"
import { shutOut } from "./shut-out"
import { tellOwner } from "./tell-owner"

/** Suspends a membership: from this moment on its rights are of no use. Nobody suspends himself. */
export const suspendUser = command({
  name: "members.suspend",
  input: suspendUserInput,
  allow: canManageSomeUnit,
  freshness: "run",
  async run({ tx, actor, now, input }) {
    const held = await lockUser(tx, actor, { ...input, act: "suspend", now })
    if (typeof held === "string") return refused(held)
    const { unit, member } = held
    if (member.accountId === actor.accountId) return refused("members.own-membership")
    if (input.until !== null && input.until < bangkokDay(now)) return refused("members.day-over")
    const shut = await shutForLast(tx, member, { ...input, now })
    if (shut) return refused(shut)
    await markMembership(tx, member.id, {
      state: "suspended",
      stateReason: input.reason,
      stateChangedAt: now,
      stateChangedBy: actor.accountId,
      suspendedUntil: input.until,
    })
    await shutOut(tx, member.accountId, now)
    const until = input.until ? new Date(`${input.until}T05:00:00Z`) : null
    await tellOwner(tx, { accountId: member.accountId, unitId: unit.id, kind: "suspended", until, now })
    return done({}, { subject: member.id, unit: unit.id, detail: { hasLastDay: input.until !== null } })
  },
})
