import "server-only"
import { markDutiesAccepted } from "@/db/queries/signin"
import { canBeAccount } from "@/lib/kernel/actor"
import { command } from "@/lib/kernel/command"
import { done, refused } from "@/lib/kernel/outcome"
import { dutiesVersion } from "@/lib/sessions/rules"
import { acceptDutiesInput } from "./schema"

/** Accepts the duties of use, in the version that the person was shown; a newer one must be shown first. */
export const acceptDuties = command({
  name: "signin.accept-duties",
  input: acceptDutiesInput,
  allow: canBeAccount,
  async run({ tx, actor, now, input }) {
    if (input.version !== dutiesVersion) return refused("signin.duties-changed")
    await markDutiesAccepted(tx, {
      accountId: actor.accountId,
      version: input.version,
      now,
    })
    return done(null, {
      subject: actor.accountId,
      detail: { version: input.version },
    })
  },
})
