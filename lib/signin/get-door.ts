import "server-only"
import { z } from "zod"
import { canBeAnyone } from "@/lib/kernel/actor"
import { found, read } from "@/lib/kernel/read"
import { comingSecondFactor } from "./coming-second-factor"

/** What the front door says of the second factor: the day from which it is asked, while that is still to come. */
export const getDoor = read({
  name: "signin.door",
  input: z.object({}),
  allow: canBeAnyone,
  async run({ db, now }) {
    return found({ secondFactorFrom: await comingSecondFactor(db, now) })
  },
})
