import "server-only"
import { listEmptyUnits } from "@/db/queries/activation-register"
import { found, read } from "@/lib/kernel/read"
import { filterOf } from "./filter-of"
import { canIssueCodes } from "./in-charge"
import { activationLimits, linesPerPage } from "./rules"
import { emptyUnitsInput } from "./schema"

/** The units without a working SSO Admin for which the actor may issue codes. */
export const getEmptyUnits = read({
  name: "activation.empty-units",
  input: emptyUnitsInput,
  allow: canIssueCodes,
  async run({ db, actor, now, input }) {
    const at = { limit: linesPerPage, offset: (input.page - 1) * linesPerPage, now }
    const { units, total, withoutCode } = await listEmptyUnits(db, actor, filterOf(input), at)
    const lines = units.map(({ goodUntil, ...unit }) => ({
      ...unit,
      goodUntil: goodUntil === null ? null : new Date(goodUntil),
    }))
    return found({
      filters: input,
      total,
      withoutCode,
      lines,
      canAll: withoutCode <= activationLimits.perRun,
    })
  },
})
