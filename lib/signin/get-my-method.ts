import "server-only"
import { z } from "zod"
import { findMethod } from "@/db/queries/thaid"
import { canBeAccount } from "@/lib/kernel/actor"
import { found, notShown, read } from "@/lib/kernel/read"
import { thaidClient } from "@/lib/thaid/client"

/** How one signs in, since when, and whether that can be changed. */
export const getMyMethod = read({
  name: "signin.my-method",
  input: z.object({}),
  allow: canBeAccount,
  async run({ db, actor }) {
    const method = await findMethod(db, actor.accountId)
    return method ? found({ ...method, hasThaid: thaidClient() !== undefined }) : notShown()
  },
})
