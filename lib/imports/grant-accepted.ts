import "server-only"
import { findOfferAnswer, markImportRow, takeImportRow } from "@/db/queries/imports-work"
import type { Transaction } from "@/db/types"
import { canManageSomeUnit, unitToManage } from "@/lib/access/unit-in-sight"
import type { AccountActor } from "@/lib/kernel/actor"
import { command } from "@/lib/kernel/command"
import { done, refused, refusedOnRecord } from "@/lib/kernel/outcome"
import { holdMember } from "@/lib/members/amend-member"
import { attempted } from "./attempted"
import { giveRoles } from "./give-roles"
import { openRow, type RowContent } from "./row-content"
import { importRowInput } from "./schema"

/** Gives the roles of a row whose person has accepted the offer; whoever declined it, or let it lapse, gets none. */
export const grantAccepted = command({
  name: "imports.grant-accepted",
  input: importRowInput,
  allow: canManageSomeUnit,
  async run({ tx, actor, now, input }) {
    const taken = await takeImportRow(tx, input.rowId)
    if (taken?.row.rolesState !== "waiting" || !taken.row.offerId) return refused("imports.row-taken")
    const { row, batch } = taken
    const answer = await findOfferAnswer(tx, taken.row.offerId)
    if (!answer || answer.state === "open") return refused("imports.row-taken")
    const { membershipId } = answer
    const at = { unitCode: batch.unitCode, membershipId, wanted: openRow(row).wanted, now }
    const did = await attempted(tx, (inner) => grant(inner, actor, at))
    if (typeof did === "string") {
      await markImportRow(tx, row.id, { rolesState: "failed", outcome: did })
      return refusedOnRecord(did, { subject: row.batchId, unit: batch.unitId, detail: { row: row.number } })
    }
    await markImportRow(tx, row.id, { rolesState: "given", membershipId, made: { grants: did } })
    const detail = { batch: row.batchId, row: row.number, count: did.length }
    return done({}, { subject: membershipId ?? row.batchId, unit: batch.unitId, detail })
  },
})

type At = {
  readonly unitCode: string
  readonly membershipId: string | null
  readonly wanted: RowContent["wanted"]
  readonly now: Date
}

async function grant(tx: Transaction, actor: AccountActor, { unitCode, membershipId, wanted, now }: At) {
  const unit = await unitToManage(tx, actor, { unitCode, now })
  if (typeof unit === "string") return unit
  if (!wanted || !membershipId) return "imports.not-accepted" as const
  const member = await holdMember(tx, { unitId: unit.id, membershipId })
  if (!member) return "imports.member-gone" as const
  return await giveRoles(tx, actor, {
    unit,
    member: { membershipId, accountId: member.accountId },
    roles: wanted.roles,
    validUntil: wanted.rightsUntil,
    untils: wanted.untils,
    orderText: wanted.person.orderText,
    now,
  })
}
