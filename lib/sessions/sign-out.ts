import "server-only"
import { markRevoked } from "@/db/queries/sessions"
import { canBeAccount } from "@/lib/kernel/actor"
import { command } from "@/lib/kernel/command"
import { done } from "@/lib/kernel/outcome"
import { signOutInput } from "./schema"

/** Ends the session that asks. */
export const signOut = command({
  name: "sessions.sign-out",
  input: signOutInput,
  allow: canBeAccount,
  isBeforePasswordChange: true,
  async run({ tx, actor, now }) {
    await markRevoked(tx, actor, now, "signed-out")
    return done(null, { subject: actor.sessionId })
  },
})
