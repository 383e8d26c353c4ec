import "server-only"
import { findCaretaker } from "@/db/queries/caretakers"
import { may } from "@/lib/access/may"
import { canSeeSomeUnit, unitInSight } from "@/lib/access/unit-in-sight"
import { found, notShown, read } from "@/lib/kernel/read"
import { isCareOver, officeSeat } from "./rules"
import { caretakerInput } from "./schema"

/** Who looks after a unit, and what this person may do about it. */
export const getCare = read({
  name: "caretakers.get",
  input: caretakerInput,
  allow: canSeeSomeUnit,
  async run({ db, actor, now, input }) {
    const unit = await unitInSight(db, actor, { ...input, now })
    if (!unit) return notShown()
    const last = await findCaretaker(db, unit.id)
    const care = last && !isCareOver(last, unit, now) ? last : undefined
    const isOffice = officeSeat(actor.seats, unit.path) !== undefined
    return found({
      unit,
      care,
      canBegin: !care && !unit.hasWorkingAdmin && isOffice && may(actor, "caretakers.begin", unit),
      canRenew:
        care !== undefined && !care.renewedAt && may(actor, "caretakers.renew", { path: care.officePath }),
      canEnd: care !== undefined && unit.canManage,
    })
  },
})
