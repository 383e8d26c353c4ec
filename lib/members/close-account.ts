import "server-only"
import { listCurrent, markAccount, markOffersVoid } from "@/db/queries/members-acts"
import { endMembership } from "@/lib/access/end-membership"
import { withdrawInvitation } from "@/lib/invitations/withdraw-invitation"
import { command } from "@/lib/kernel/command"
import { done, refused } from "@/lib/kernel/outcome"
import { canRecoverSomebody } from "@/lib/recovery/in-charge"
import { endAllSessions } from "@/lib/sessions/end-all-sessions"
import { lockAccount, shutForLastAnywhere } from "./lock-account"
import { endUserInput } from "./schema"
import { tellOwner } from "./tell-owner"

/** Closes an account, with all its memberships, appointments and rights. Its uuid stays its person's for life. */
export const closeAccount = command({
  name: "members.close-account",
  input: endUserInput,
  allow: canRecoverSomebody,
  freshness: "step-up",
  async run({ tx, actor, now, input }) {
    const held = await lockAccount(tx, actor, { ...input, now })
    if (typeof held === "string") return refused(held)
    const { member } = held
    const { accountId, unitId } = member
    if (member.accountState === "closed") return refused("members.stale")
    const shut = await shutForLastAnywhere(tx, accountId, { ...input, now })
    if (shut) return refused(shut)
    const current = await listCurrent(tx, accountId)
    for (const { id } of current) await endMembership(tx, id, now)
    await markAccount(tx, accountId, {
      state: "closed",
      stateReason: input.reason,
      stateChangedAt: now,
      stateChangedBy: actor.accountId,
      suspendedUntil: null,
    })
    await withdrawInvitation(tx, accountId, now)
    await markOffersVoid(tx, accountId, now)
    await endAllSessions(tx, accountId, "suspended", now)
    await tellOwner(tx, { accountId, unitId, kind: "account-closed", now })
    return done({}, { subject: accountId, unit: unitId, detail: { memberships: current.length } })
  },
})
