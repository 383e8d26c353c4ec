import "server-only"
import { markAllRevoked } from "@/db/queries/sessions"
import { canBeAccount } from "@/lib/kernel/actor"
import { command } from "@/lib/kernel/command"
import { done } from "@/lib/kernel/outcome"
import { endOtherSessionsInput } from "./schema"

/** Ends all of one's sessions but the one that asks. */
export const endOtherSessions = command({
  name: "sessions.end-others",
  input: endOtherSessionsInput,
  allow: canBeAccount,
  async run({ tx, actor, now }) {
    const which = { accountId: actor.accountId, except: actor.sessionId }
    const ended = await markAllRevoked(tx, which, now, "ended-by-owner")
    return done({ ended }, { subject: actor.accountId, detail: { ended } })
  },
})
