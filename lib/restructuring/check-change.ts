import "server-only"
import { findHoldings, findShutByKind, type Holdings, hasAdmin } from "@/db/queries/restructuring-moves"
import type { UnitName } from "@/db/schema/restructuring"
import { mayForAll } from "@/lib/access/may"
import { bangkokDay } from "@/lib/i18n/dates"
import { found, notShown, read } from "@/lib/kernel/read"
import { judgeChange } from "./judge-change"
import { dayFault, isLocal, isUnderDistrict } from "./rules"
import { wishedChange } from "./schema"

/** What a change would do. */
export type CheckedUnitChange = {
  readonly unit: UnitName
  readonly wanted: UnitName | null
  readonly into: UnitName | null
  readonly hasOtherTail: boolean
  readonly holdings: Holdings
  /** Rights in systems that are not open to what the unit becomes. */
  readonly shut: number
  readonly receiverHasAdmin: boolean
  readonly movesUp: boolean
  readonly movesDown: boolean
  readonly effectiveOn: string | null
}

/** What a change would do, told before it is done; nothing is written. */
export const checkChange = read({
  name: "restructuring.check",
  input: wishedChange,
  allow: mayForAll("units.change"),
  async run({ db, now, input }) {
    const judged = await judgeChange(db, input)
    if (typeof judged === "string") return notShown(judged)
    const { unit, wanted, into, hasOtherTail } = judged
    const today = bangkokDay(now)
    if (dayFault(input.effectiveOn ?? today, today)) return notShown("restructuring.day-wrong")
    const [holdings, shut, receiverHasAdmin] = await Promise.all([
      findHoldings(db, unit.id, into?.id ?? null),
      findShutByKind(db, unit.id, wanted?.kind ?? into?.kind ?? unit.kind),
      into ? hasAdmin(db, into.id, now) : false,
    ])
    const isUnderNow = isLocal(unit.kind) && isUnderDistrict(unit.kind)
    const isUnderThen = wanted !== null && isLocal(wanted.kind) && isUnderDistrict(wanted.kind)
    return found<CheckedUnitChange>({
      unit: { code: unit.code, kind: unit.kind, nameTh: unit.nameTh, nameEn: unit.nameEn },
      wanted,
      into: into && { code: into.code, kind: into.kind, nameTh: into.nameTh, nameEn: into.nameEn },
      hasOtherTail,
      holdings,
      shut,
      receiverHasAdmin,
      movesUp: wanted !== null && isUnderNow && !isUnderThen,
      movesDown: wanted !== null && !isUnderNow && isUnderThen,
      effectiveOn: input.effectiveOn,
    })
  },
})
