import "server-only"
import { z } from "zod"
import { findProfile } from "@/db/queries/identity"
import { canBeAccount } from "@/lib/kernel/actor"
import { found, notShown, read } from "@/lib/kernel/read"

/** One's own account as the account page shows it. */
export const getMyProfile = read({
  name: "identity.my-profile",
  input: z.object({}),
  allow: canBeAccount,
  async run({ db, actor, now }) {
    const profile = await findProfile(db, actor.accountId, now)
    return profile ? found(profile) : notShown()
  },
})
