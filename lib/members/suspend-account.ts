import "server-only"
import { markAccount } from "@/db/queries/members-acts"
import { bangkokDay } from "@/lib/i18n/dates"
import { command } from "@/lib/kernel/command"
import { done, refused } from "@/lib/kernel/outcome"
import { canRecoverSomebody } from "@/lib/recovery/in-charge"
import { endAllSessions } from "@/lib/sessions/end-all-sessions"
import { lockAccount, shutForLastAnywhere } from "./lock-account"
import { suspendUserInput } from "./schema"
import { tellOwner } from "./tell-owner"

/** Suspends an account as a whole, by who has power over all its memberships: nobody comes in by it until it is restored. */
export const suspendAccount = command({
  name: "members.suspend-account",
  input: suspendUserInput,
  allow: canRecoverSomebody,
  freshness: "step-up",
  async run({ tx, actor, now, input }) {
    const held = await lockAccount(tx, actor, { ...input, now })
    if (typeof held === "string") return refused(held)
    const { member } = held
    const { accountId, unitId } = member
    if (member.accountState !== "active") return refused("members.stale")
    if (input.until !== null && input.until < bangkokDay(now)) return refused("members.day-over")
    const shut = await shutForLastAnywhere(tx, accountId, { ...input, now })
    if (shut) return refused(shut)
    await markAccount(tx, accountId, {
      state: "suspended",
      stateReason: input.reason,
      stateChangedAt: now,
      stateChangedBy: actor.accountId,
      suspendedUntil: input.until,
    })
    const ended = await endAllSessions(tx, accountId, "suspended", now)
    const until = input.until ? new Date(`${input.until}T05:00:00Z`) : null
    await tellOwner(tx, { accountId, unitId, kind: "account-suspended", until, now })
    return done({}, { subject: accountId, unit: unitId, detail: { ended, hasLastDay: until !== null } })
  },
})
