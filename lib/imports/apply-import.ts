import "server-only"
import { lockImport, markImport } from "@/db/queries/imports"
import { canManageSomeUnit, unitToManage } from "@/lib/access/unit-in-sight"
import { command } from "@/lib/kernel/command"
import { done, refused } from "@/lib/kernel/outcome"
import { isImportAllowed } from "./rules"
import { importInput } from "./schema"

/** Has a judged workbook applied; a job does it row by row in the name of who said so. */
export const applyImport = command({
  name: "imports.apply",
  input: importInput,
  allow: canManageSomeUnit,
  freshness: "run",
  async run({ tx, actor, now, input }) {
    const unit = await unitToManage(tx, actor, { unitCode: input.unitCode, now })
    if (typeof unit === "string") return refused(unit)
    const batch = await lockImport(tx, { batchId: input.batchId, unitId: unit.id })
    if (!batch) return refused("not-found")
    if (!isImportAllowed("apply", batch.state)) return refused("imports.not-now")
    const acting = { actingBy: actor.accountId, actingSession: actor.sessionId }
    await markImport(tx, batch.id, { state: "applying", startedAt: now, ...acting })
    return done({}, { subject: batch.id, unit: unit.id })
  },
})
