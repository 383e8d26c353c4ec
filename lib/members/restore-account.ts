import "server-only"
import { markAccount } from "@/db/queries/members-acts"
import { command } from "@/lib/kernel/command"
import { done, refused } from "@/lib/kernel/outcome"
import { canRecoverSomebody } from "@/lib/recovery/in-charge"
import { lockAccount } from "./lock-account"
import { userActInput } from "./schema"
import { tellOwner } from "./tell-owner"

/** Opens a suspended account again. */
export const restoreAccount = command({
  name: "members.restore-account",
  input: userActInput,
  allow: canRecoverSomebody,
  freshness: "step-up",
  async run({ tx, actor, now, input }) {
    const held = await lockAccount(tx, actor, { ...input, now })
    if (typeof held === "string") return refused(held)
    const { accountId, unitId, accountState } = held.member
    if (accountState !== "suspended") return refused("members.stale")
    await markAccount(tx, accountId, {
      state: "active",
      stateReason: "",
      stateChangedAt: now,
      stateChangedBy: actor.accountId,
      suspendedUntil: null,
    })
    await tellOwner(tx, { accountId, unitId, kind: "account-restored", now })
    return done({}, { subject: accountId, unit: unitId })
  },
})
