import "server-only"
import { markRevoked } from "@/db/queries/sessions"
import { canBeAccount } from "@/lib/kernel/actor"
import { command } from "@/lib/kernel/command"
import { done, refused } from "@/lib/kernel/outcome"
import { endSessionInput } from "./schema"

/** Ends another of one's own sessions. Someone else's is answered exactly as one that does not exist. */
export const endSession = command({
  name: "sessions.end",
  input: endSessionInput,
  allow: canBeAccount,
  async run({ tx, actor, now, input }) {
    const ended = await markRevoked(
      tx,
      { accountId: actor.accountId, sessionId: input.sessionId },
      now,
      "ended-by-owner",
    )
    return ended ? done(null, { subject: input.sessionId }) : refused("sessions.not-yours")
  },
})
