import "server-only"
import { markImportRow, takeImportRow } from "@/db/queries/imports-work"
import type { Transaction } from "@/db/types"
import { canManageSomeUnit, unitToManage } from "@/lib/access/unit-in-sight"
import type { AccountActor } from "@/lib/kernel/actor"
import { command } from "@/lib/kernel/command"
import { done, refused, refusedOnRecord } from "@/lib/kernel/outcome"
import { makeOffer } from "@/lib/members/make-offer"
import { attempted } from "./attempted"
import { changeMember } from "./change-member"
import { openRow, type RowContent } from "./row-content"
import { importRowInput } from "./schema"

/**
 * Applies one row of a workbook in the name of who had it applied, with the powers that he has at this moment. The row, what
 * it did and its audit event are one transaction: a portal that dies in it leaves the row as it was, to be done again.
 */
export const applyRow = command({
  name: "imports.apply-row",
  input: importRowInput,
  allow: canManageSomeUnit,
  async run({ tx, actor, now, input }) {
    const taken = await takeImportRow(tx, input.rowId)
    if (taken?.row.state !== "waiting" || taken.batch.state !== "applying")
      return refused("imports.row-taken")
    const { row, batch } = taken
    const { unitCode } = batch
    const at = { unitCode, plan: row.plan, membershipId: row.membershipId, wanted: openRow(row).wanted, now }
    const did = await attempted(tx, (inner) => apply(inner, actor, at))
    if (typeof did === "string") {
      await markImportRow(tx, row.id, { state: "failed", outcome: did, settledAt: now })
      return refusedOnRecord(did, { subject: row.batchId, unit: batch.unitId, detail: { row: row.number } })
    }
    await markImportRow(tx, row.id, { state: "done", settledAt: now, ...did })
    const subject = did.offerId ?? row.membershipId ?? row.batchId
    const detail = { batch: row.batchId, row: row.number, plan: row.plan }
    return done({}, { subject, unit: batch.unitId, detail })
  },
})

type At = {
  readonly unitCode: string
  readonly plan: string
  readonly membershipId: string | null
  readonly wanted: RowContent["wanted"]
  readonly now: Date
}

async function apply(
  tx: Transaction,
  actor: AccountActor,
  { unitCode, plan, membershipId, wanted, now }: At,
) {
  const unit = await unitToManage(tx, actor, { unitCode, now })
  if (typeof unit === "string") return unit
  if (!wanted) return "imports.row-broken" as const
  if (plan === "change" && membershipId)
    return await changeMember(tx, actor, { unit, membershipId, wanted, now })
  const offer = await makeOffer(tx, actor, { unit, person: wanted.person, now })
  if (typeof offer === "string") return offer
  const rolesState = wanted.roles.length > 0 ? ("waiting" as const) : ("none" as const)
  return { offerId: offer.id, membershipId: null, rolesState, made: { grants: [] } }
}
