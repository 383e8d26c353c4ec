import "server-only"
import { z } from "zod"
import { canBeAnyone } from "@/lib/kernel/actor"
import { found, read } from "@/lib/kernel/read"
import { thaidClient } from "@/lib/thaid/client"
import { comingSecondFactor } from "./coming-second-factor"

/** What the front door says: the day from which the second factor is asked, while that is to come, and whether ThaiID is on. */
export const getDoor = read({
  name: "signin.door",
  input: z.object({}),
  allow: canBeAnyone,
  async run({ db, now }) {
    return found({
      secondFactorFrom: await comingSecondFactor(db, now),
      hasThaid: thaidClient() !== undefined,
    })
  },
})
