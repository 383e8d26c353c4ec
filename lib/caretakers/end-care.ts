import "server-only"
import { lockCaretaker, markCaretakerEnded } from "@/db/queries/caretakers"
import { canManageSomeUnit, unitToManage } from "@/lib/access/unit-in-sight"
import { command } from "@/lib/kernel/command"
import { done, refused } from "@/lib/kernel/outcome"
import { caretakerInput } from "./schema"
import { tellCare } from "./tell-care"

/** Ends it early: the office itself, the unit's own SSO Admin, or an officer of the Department. */
export const endCare = command({
  name: "caretakers.end",
  input: caretakerInput,
  allow: canManageSomeUnit,
  async run({ tx, actor, now, input }) {
    const unit = await unitToManage(tx, actor, { ...input, now })
    if (typeof unit === "string") return refused(unit)
    const care = await lockCaretaker(tx, unit.id)
    if (!care) return refused("caretakers.none")
    await markCaretakerEnded(tx, { id: care.id, by: actor.accountId, now })
    const { officeTh, officeEn, endsAt } = care
    await tellCare(tx, unit, { about: "ended", officeTh, officeEn, endsAt, now })
    return done({}, { subject: unit.id, unit: unit.id, detail: { office: care.officeId } })
  },
})
