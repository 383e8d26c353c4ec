import "server-only"
import { listOfferedRoles, listTransfers } from "@/db/queries/transfers-lists"
import { canSeeSomeUnit, unitInSight } from "@/lib/access/unit-in-sight"
import { found, notShown, read } from "@/lib/kernel/read"
import { shownDays } from "./rules"
import { unitTransfersInput } from "./schema"
import { canSignFor } from "./unit-to-sign"

/** The transfers of a unit, either way, and what this person may do about each. */
export const getUnitTransfers = read({
  name: "transfers.unit",
  input: unitTransfersInput,
  allow: canSeeSomeUnit,
  async run({ db, actor, now, input }) {
    const unit = await unitInSight(db, actor, { unitCode: input.unitCode, now })
    if (!unit) return notShown()
    const since = new Date(now.getTime() - shownDays * 24 * 60 * 60 * 1000)
    const [lines, roles] = [await listTransfers(db, unit.id, since), await listOfferedRoles(db, unit.id)]
    const canSign = canSignFor(actor, unit)
    const { code, nameTh, nameEn } = unit
    return found({
      unit: { code, nameTh, nameEn, canSign },
      roles,
      lines: lines.map(({ accountId, openedBy, ...line }) => {
        const isOpen = line.state === "open" && line.expiresAt > now
        const isTheirs = accountId === actor.accountId || openedBy === actor.accountId
        return {
          ...line,
          canSign: canSign && !line.isFrom && isOpen && !isTheirs,
          needsOther: canSign && !line.isFrom && isOpen && isTheirs,
          canClose: canSign && (line.state === "open" || line.state === "agreed"),
        }
      }),
    })
  },
})

/** What the page of a unit's transfers shows. */
export type TransfersShown = Extract<Awaited<ReturnType<typeof getUnitTransfers.run>>, { ok: true }>["value"]
