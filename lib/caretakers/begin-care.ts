import "server-only"
import { findNamedUnit, insertCaretaker, lockCaretaker, markCaretakerEnded } from "@/db/queries/caretakers"
import { may } from "@/lib/access/may"
import { canSeeSomeUnit, unitInSight } from "@/lib/access/unit-in-sight"
import { command } from "@/lib/kernel/command"
import { done, refused } from "@/lib/kernel/outcome"
import { endOfCare, officeSeat } from "./rules"
import { beginCareInput } from "./schema"
import { tellCare } from "./tell-care"

/** An office above begins to look after a unit that has no working SSO Admin, for thirty days. Told to the unit. */
export const beginCare = command({
  name: "caretakers.begin",
  input: beginCareInput,
  allow: canSeeSomeUnit,
  freshness: "step-up",
  async run({ tx, actor, now, input }) {
    const unit = await unitInSight(tx, actor, { ...input, now })
    if (!unit) return refused("not-found")
    const seat = officeSeat(actor.seats, unit.path)
    if (!seat || !may(actor, "caretakers.begin", unit)) return refused("caretakers.not-yours")
    if (unit.hasWorkingAdmin) return refused("caretakers.somebody-there")
    if (!input.confirmed) return refused("caretakers.confirm")
    const before = await lockCaretaker(tx, unit.id)
    if (before && before.endsAt > now) return refused("caretakers.taken")
    // one whose days are over gives way, whether the job has come by or not
    if (before) await markCaretakerEnded(tx, { id: before.id, by: null, now })
    const endsAt = endOfCare(now)
    const row = { unitId: unit.id, officeId: seat.unitId, begunBy: actor.accountId, begunAt: now, endsAt }
    if (!(await insertCaretaker(tx, { ...row, reason: "nobody-there" }))) return refused("caretakers.taken")
    const office = await findNamedUnit(tx, seat.unitId)
    await tellCare(tx, unit, {
      about: "begun",
      officeTh: office.nameTh,
      officeEn: office.nameEn,
      endsAt,
      now,
    })
    return done({ endsAt }, { subject: unit.id, unit: unit.id, detail: { office: seat.unitId } })
  },
})
