import "server-only"
import { findChangingUnit, listUnitChanges, type UnitChange } from "@/db/queries/restructuring"
import { mayForAll } from "@/lib/access/may"
import { found, notShown, read } from "@/lib/kernel/read"
import { type RefusalCode, refusalCodes } from "@/lib/kernel/refusal"
import { isLocal } from "./rules"
import { changeFormInput } from "./schema"

/** A change as its unit's page tells of it. */
export type ShownUnitChange = Pick<
  UnitChange,
  "id" | "act" | "former" | "wanted" | "orderText" | "reason" | "effectiveOn" | "state"
> & {
  /** Why it could not be carried out on its day. */
  readonly failure: RefusalCode | null
  /** The unit took another up. */
  readonly isReceiver: boolean
}

/** A unit that is to be changed, and what was changed of it before. */
export const getChange = read({
  name: "restructuring.get",
  input: changeFormInput,
  allow: mayForAll("units.change"),
  async run({ db, input }) {
    const unit = await findChangingUnit(db, input.unitCode)
    if (!unit || !isLocal(unit.kind)) return notShown()
    const { code, kind, nameTh, nameEn } = unit
    const changes = await listUnitChanges(db, unit.id)
    return found({
      unit: { code, kind, nameTh, nameEn },
      changes: changes.map(
        (change): ShownUnitChange => ({
          id: change.id,
          act: change.act,
          former: change.former,
          wanted: change.wanted,
          isReceiver: change.intoId === unit.id,
          orderText: change.orderText,
          reason: change.reason,
          effectiveOn: change.effectiveOn,
          state: change.state,
          failure: refusalCodes.find((code) => code === change.failure) ?? null,
        }),
      ),
    })
  },
})
