import "server-only"
import { canManageSomeUnit, unitInSight } from "@/lib/access/unit-in-sight"
import { found, notShown, read } from "@/lib/kernel/read"
import { staffKinds } from "@/lib/orders/rules"
import { needsReason } from "@/lib/registration/rules"
import { offerFormInput } from "./schema"

/** The unit to which somebody may be added, with the kind of staff that needs no reason there. */
export const getOfferForm = read({
  name: "members.offer-form",
  input: offerFormInput,
  allow: canManageSomeUnit,
  async run({ db, actor, now, input }) {
    const unit = await unitInSight(db, actor, { unitCode: input.unitCode, now })
    if (!unit?.canManage) return notShown()
    const { code, nameTh, nameEn, kind } = unit
    const permanentKind = staffKinds.find((staffKind) => !needsReason({ unitKind: kind, staffKind }))
    return found({ code, nameTh, nameEn, permanentKind })
  },
})
