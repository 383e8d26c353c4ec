import "server-only"
import { z } from "zod"
import { findMethod } from "@/db/queries/thaid"
import { canBeAccount } from "@/lib/kernel/actor"
import { found, notShown, read } from "@/lib/kernel/read"
import { thaidClient } from "@/lib/thaid/client"
import { comingSecondFactor } from "./coming-second-factor"
import { thaidDutyOf } from "./thaid-duty"

/** How one signs in, since when, and whether that can or must be changed. */
export const getMyMethod = read({
  name: "signin.my-method",
  input: z.object({}),
  allow: canBeAccount,
  async run({ db, actor, now }) {
    const method = await findMethod(db, actor.accountId)
    if (!method) return notShown()
    const duty = await thaidDutyOf(db, actor.accountId, now)
    return found({
      ...method,
      hasThaid: thaidClient() !== undefined,
      /** From when the password is followed by a code, while that is to come. */
      codeFrom: await comingSecondFactor(db, now),
      /** From when nothing but ThaiID opens the door, if the Department says so. */
      duty: duty && { from: duty, isInForce: duty <= now },
    })
  },
})
