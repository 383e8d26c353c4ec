import "server-only"
import {
  findChangingUnit,
  insertUnitChange,
  lockChangingUnits,
  markUnitChange,
} from "@/db/queries/restructuring"
import { mayForAll } from "@/lib/access/may"
import { bangkokDay } from "@/lib/i18n/dates"
import { command } from "@/lib/kernel/command"
import { done, refused } from "@/lib/kernel/outcome"
import { carryOutChange } from "./carry-out-change"
import { judgeChange } from "./judge-change"
import { dayFault } from "./rules"
import { planChangeInput } from "./schema"

/**
 * The Department changes a unit's kind, code or names, or has it taken up by another: at once, or on a day. Who confirms it
 * has seen what it does, to the unit as it then stood.
 */
export const planChange = command({
  name: "restructuring.plan",
  input: planChangeInput,
  allow: mayForAll("units.change"),
  freshness: "step-up",
  async run({ tx, actor, now, input }) {
    const { wish, seenCode, confirmed, tailConfirmed } = input
    // held first: two who change the same units take turns, and the second looks at what the first left
    const codes = wish.act === "merge" ? [wish.unitCode, wish.intoCode] : [wish.unitCode]
    const meant = await Promise.all(codes.map((code) => findChangingUnit(tx, code)))
    await lockChangingUnits(
      tx,
      meant.flatMap((unit) => (unit ? [unit.id] : [])),
    )
    const judged = await judgeChange(tx, wish)
    if (typeof judged === "string") return refused(judged)
    const { unit, wanted, into, hasOtherTail } = judged
    if (unit.code !== seenCode) return refused("restructuring.stale")
    if (hasOtherTail && !tailConfirmed) return refused("restructuring.tail-differs")
    if (!confirmed) return refused("restructuring.confirm")
    const today = bangkokDay(now)
    const effectiveOn = wish.effectiveOn ?? today
    if (dayFault(effectiveOn, today)) return refused("restructuring.day-wrong")
    const { code, kind, nameTh, nameEn } = unit
    const change = {
      unitId: unit.id,
      former: { code, kind, nameTh, nameEn },
      wanted,
      intoId: into?.id ?? null,
      effectiveOn,
    }
    const { act, orderText, reason } = wish
    const papers = { act, orderText, reason, plannedBy: actor.accountId, plannedAt: now }
    const id = await insertUnitChange(tx, { ...change, ...papers, state: "planned" })
    if (!id) return refused("restructuring.planned-already")
    const note = { subject: unit.id, unit: unit.id }
    const detail = { change: id, act, from: code, to: wanted?.code ?? into?.code ?? "", on: effectiveOn }
    if (effectiveOn > today) return done({ code, isDone: false }, { ...note, detail })
    const carried = await carryOutChange(tx, change, now)
    if (typeof carried === "string") return refused(carried)
    await markUnitChange(tx, id, { state: "done", settledAt: now, moved: carried.moved })
    return done({ code: wanted?.code ?? into?.code ?? code, isDone: true }, { ...note, detail })
  },
})
