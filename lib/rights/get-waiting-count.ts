import "server-only"
import { listWaitingIn } from "@/db/queries/rights-requests"
import { canSeeSomeUnit, unitInSight } from "@/lib/access/unit-in-sight"
import { found, notShown, read } from "@/lib/kernel/read"
import { waitingCountInput } from "./schema"

/** How many requests for rights wait in a unit, for its console. */
export const getWaitingCount = read({
  name: "rights.waiting",
  input: waitingCountInput,
  allow: canSeeSomeUnit,
  async run({ db, actor, now, input }) {
    const unit = await unitInSight(db, actor, { ...input, now })
    if (!unit) return notShown()
    return found({ count: (await listWaitingIn(db, unit.id, now)).length })
  },
})
