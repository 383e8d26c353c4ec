import "server-only"
import { lockCaretaker, markRenewed } from "@/db/queries/caretakers"
import { may } from "@/lib/access/may"
import { canSeeSomeUnit, unitInSight } from "@/lib/access/unit-in-sight"
import { command } from "@/lib/kernel/command"
import { done, refused } from "@/lib/kernel/outcome"
import { endOfCare, isCareOver } from "./rules"
import { caretakerInput } from "./schema"
import { tellCare } from "./tell-care"

/** Prolongs it by thirty days, once: by an office above the one that looks after the unit, or by the Department. */
export const renewCare = command({
  name: "caretakers.renew",
  input: caretakerInput,
  allow: canSeeSomeUnit,
  freshness: "step-up",
  async run({ tx, actor, now, input }) {
    const unit = await unitInSight(tx, actor, { ...input, now })
    if (!unit) return refused("not-found")
    const care = await lockCaretaker(tx, unit.id)
    if (!care || isCareOver(care, unit, now)) return refused("caretakers.none")
    if (!may(actor, "caretakers.renew", { path: care.officePath })) return refused("caretakers.not-yours")
    if (care.renewedAt) return refused("caretakers.renewed")
    const endsAt = endOfCare(care.endsAt)
    await markRenewed(tx, { id: care.id, by: actor.accountId, endsAt, now })
    await tellCare(tx, unit, {
      about: "renewed",
      officeTh: care.officeTh,
      officeEn: care.officeEn,
      endsAt,
      now,
    })
    return done({ endsAt }, { subject: unit.id, unit: unit.id, detail: { office: care.officeId } })
  },
})
