import "server-only"
import { listOrders } from "@/db/queries/order-lists"
import { found, notShown, read } from "@/lib/kernel/read"
import { canSeeOrders, unitInSight } from "./in-charge"
import { unitOrdersInput } from "./schema"

/** The orders of a unit, for its page, and whether this person may make one. */
export const getUnitOrders = read({
  name: "orders.unit",
  input: unitOrdersInput,
  allow: canSeeOrders,
  async run({ db, actor, now, input }) {
    const unit = await unitInSight(db, actor, { ...input, now })
    if (!unit) return notShown()
    const { code, nameTh, nameEn, canMake } = unit
    return found({ code, nameTh, nameEn, canMake, lines: await listOrders(db, unit.id) })
  },
})
