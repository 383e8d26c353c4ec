import "server-only"
import { command } from "@/lib/kernel/command"
import { done, refused } from "@/lib/kernel/outcome"
import { canRecoverSomebody } from "@/lib/recovery/in-charge"
import { endAllSessions } from "@/lib/sessions/end-all-sessions"
import { lockAccount } from "./lock-account"
import { userActInput } from "./schema"

/** Signs an account out everywhere, by who has power over all its memberships. */
export const endUserSessions = command({
  name: "members.end-sessions",
  input: userActInput,
  allow: canRecoverSomebody,
  freshness: "step-up",
  async run({ tx, actor, now, input }) {
    const held = await lockAccount(tx, actor, { ...input, now })
    if (typeof held === "string") return refused(held)
    const { accountId, unitId } = held.member
    const ended = await endAllSessions(tx, accountId, "suspended", now)
    return done({ ended }, { subject: accountId, unit: unitId, detail: { ended } })
  },
})
