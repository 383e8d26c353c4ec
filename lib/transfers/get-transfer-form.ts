import "server-only"
import { findTransferee } from "@/db/queries/transfers-lists"
import { canManageSomeUnit, unitInSight } from "@/lib/access/unit-in-sight"
import { found, notShown, read } from "@/lib/kernel/read"
import { transferFormInput } from "./schema"
import { canSignFor } from "./unit-to-sign"

/** A user of a unit whose transfer may be opened. */
export const getTransferForm = read({
  name: "transfers.form",
  input: transferFormInput,
  allow: canManageSomeUnit,
  async run({ db, actor, now, input }) {
    const unit = await unitInSight(db, actor, { unitCode: input.unitCode, now })
    if (!unit || !canSignFor(actor, unit)) return notShown()
    const user = await findTransferee(db, { unitId: unit.id, membershipId: input.membershipId })
    if (!user || user.accountId === actor.accountId) return notShown()
    const { accountId: _, ...facts } = user
    const { code, nameTh, nameEn } = unit
    return found({ unit: { code, nameTh, nameEn }, user: facts })
  },
})
