import "server-only"
import { z } from "zod"
import { listOwnOffers } from "@/db/queries/members-offers"
import { canBeAccount } from "@/lib/kernel/actor"
import { found, read } from "@/lib/kernel/read"

/** The offers of units that wait for one's own answer. */
export const getMyOffers = read({
  name: "members.my-offers",
  input: z.object({}),
  allow: canBeAccount,
  async run({ db, actor, now }) {
    return found(await listOwnOffers(db, actor.accountId, now))
  },
})
