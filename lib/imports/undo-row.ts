import "server-only"
import type { ImportRow } from "@/db/queries/imports"
import { listGrantsOf, markImportRow, takeImportRow } from "@/db/queries/imports-work"
import type { Transaction } from "@/db/types"
import { canManageSomeUnit, type UnitInSight, unitToManage } from "@/lib/access/unit-in-sight"
import type { AccountActor } from "@/lib/kernel/actor"
import { command } from "@/lib/kernel/command"
import { done, refused } from "@/lib/kernel/outcome"
import type { RefusalCode } from "@/lib/kernel/refusal"
import { amendMember, holdMember } from "@/lib/members/amend-member"
import { takeBackOffer } from "@/lib/members/take-back-offer"
import { applyChanges } from "@/lib/rights/apply-changes"
import { grantMark } from "@/lib/rights/rules"
import { tellOfChanges } from "@/lib/rights/tell-of-changes"
import { attempted } from "./attempted"
import { importRowInput } from "./schema"

/**
 * Takes back what one row of a workbook did: the offer if nobody accepted it, the roles and the words of the unit if nobody
 * changed them since. What stays is told with its reason.
 */
export const undoRow = command({
  name: "imports.undo-row",
  input: importRowInput,
  allow: canManageSomeUnit,
  async run({ tx, actor, now, input }) {
    const taken = await takeImportRow(tx, input.rowId)
    if (taken?.row.state !== "done" || taken.batch.state !== "undoing") return refused("imports.row-taken")
    const { row, batch } = taken
    const unit = await unitToManage(tx, actor, { unitCode: batch.unitCode, now })
    const kept = typeof unit === "string" ? unit : await takeBack(tx, actor, { row, unit, now })
    const to = kept
      ? ({ state: "kept", outcome: kept } as const)
      : ({ state: "undone", outcome: "" } as const)
    const rolesState = row.rolesState === "waiting" ? "none" : row.rolesState
    await markImportRow(tx, row.id, { ...to, rolesState, settledAt: now })
    const subject = row.offerId ?? row.membershipId ?? row.batchId
    const detail = { batch: row.batchId, row: row.number, kept: kept ?? null }
    return done({}, { subject, unit: batch.unitId, detail })
  },
})

type At = { readonly row: ImportRow; readonly unit: UnitInSight; readonly now: Date }

/** Why something stays; nothing where all was taken back. */
async function takeBack(tx: Transaction, actor: AccountActor, at: At): Promise<RefusalCode | undefined> {
  const { row, unit, now } = at
  const offer = row.offerId ? await takeBackOffer(tx, { offerId: row.offerId, unitId: unit.id, now }) : "gone"
  const words = await restoreWords(tx, at)
  const roles = await takeBackRoles(tx, actor, at)
  if (offer === "accepted") return "imports.accepted"
  return words ?? roles
}

async function restoreWords(tx: Transaction, { row, unit }: At): Promise<RefusalCode | undefined> {
  const { made, membershipId } = row
  if (!membershipId || !made?.before) return undefined
  const member = await holdMember(tx, { unitId: unit.id, membershipId })
  if (!member) return "imports.member-gone"
  if (member.version !== made.version) return "imports.changed-since"
  await amendMember(tx, member, made.before)
  return undefined
}

async function takeBackRoles(
  tx: Transaction,
  actor: AccountActor,
  { row, unit, now }: At,
): Promise<RefusalCode | undefined> {
  const { made, membershipId } = row
  if (!membershipId || !made || made.grants.length === 0) return undefined
  const current = await listGrantsOf(tx, membershipId)
  const marks = new Map(current.map((grant) => [grant.systemRoleId, grantMark(grant)]))
  const unchanged = made.grants.filter(({ systemRoleId, mark }) => marks.get(systemRoleId) === mark)
  if (unchanged.length > 0) {
    const changes = unchanged.map(({ systemRoleId }) => ({
      act: "withdraw" as const,
      membershipId,
      systemRoleId,
      validUntil: null,
    }))
    const by = actor.accountId
    const done = await attempted(tx, async (inner) => {
      const made = await applyChanges(inner, { unitId: unit.id, changes, by, orderText: "", reason: "", now })
      if (typeof made !== "string") await tellOfChanges(inner, { unit, made, reason: "", now })
      return made
    })
    if (typeof done === "string") return "imports.roles-changed-since"
  }
  return unchanged.length < made.grants.length ? "imports.roles-changed-since" : undefined
}
