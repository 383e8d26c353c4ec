import "server-only"
import { z } from "zod"
import { markChangesClosed } from "@/db/queries/email"
import { canBeAccount } from "@/lib/kernel/actor"
import { command } from "@/lib/kernel/command"
import { done, refused } from "@/lib/kernel/outcome"

/** Gives up a change of one's own e-mail address; the address stays what it was. */
export const withdrawEmailChange = command({
  name: "email.withdraw-change",
  input: z.object({}),
  allow: canBeAccount,
  async run({ tx, actor, now }) {
    const closed = await markChangesClosed(tx, actor.accountId, { reason: "withdrawn", now })
    return closed > 0 ? done(null, { subject: actor.accountId }) : refused("email.change-gone")
  },
})
