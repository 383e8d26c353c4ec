import "server-only"
import { findNamedUnit, isCareOver, lockCaretaker, markCaretakerEnded } from "@/db/queries/caretakers"
import type { Actor, SystemActor } from "@/lib/kernel/actor"
import { command } from "@/lib/kernel/command"
import { done, refused } from "@/lib/kernel/outcome"
import { lapseCareInput } from "./schema"
import { tellCare } from "./tell-care"

/** Its days are over, or the unit has a working SSO Admin again. It gave no power from that moment on; this tells so. */
export const lapseCare = command({
  name: "caretakers.lapse",
  input: lapseCareInput,
  allow: (actor: Actor): actor is SystemActor => actor.kind === "system",
  async run({ tx, now, input }) {
    const care = await lockCaretaker(tx, input.unitId)
    if (!care || !(await isCareOver(tx, care.id, now))) return refused("caretakers.none")
    await markCaretakerEnded(tx, { id: care.id, by: null, now })
    const unit = await findNamedUnit(tx, care.unitId)
    const { officeTh, officeEn, endsAt } = care
    await tellCare(tx, unit, { about: "ended", officeTh, officeEn, endsAt, now })
    return done({}, { subject: care.unitId, unit: care.unitId, detail: { office: care.officeId } })
  },
})
