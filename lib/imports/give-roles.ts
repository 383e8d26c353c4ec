import "server-only"
import { listGrantsOf } from "@/db/queries/imports-work"
import type { ImportMade } from "@/db/schema/imports"
import type { Transaction } from "@/db/types"
import type { UnitInSight } from "@/lib/access/unit-in-sight"
import { bangkokDay } from "@/lib/i18n/dates"
import type { AccountActor } from "@/lib/kernel/actor"
import type { RefusalCode } from "@/lib/kernel/refusal"
import { applyChanges } from "@/lib/rights/apply-changes"
import { grantBar } from "@/lib/rights/grant-bar"
import { grantMark, standingOf } from "@/lib/rights/rules"
import { tellOfChanges } from "@/lib/rights/tell-of-changes"

type Given = {
  readonly unit: UnitInSight
  readonly member: { readonly membershipId: string; readonly accountId: string }
  readonly roles: readonly string[]
  /** The last day of those roles that have none of their own. */
  readonly validUntil: string | null
  readonly untils: Readonly<Record<string, string>>
  readonly orderText: string
  readonly now: Date
}

/**
 * Step: gives a user of a unit those of these roles that he lacks, and tells him by one mail. Returns how each grant stood
 * then, so that it can be taken back while nobody changed it. A refusal leaves writes behind: the caller undoes them.
 */
export async function giveRoles(
  tx: Transaction,
  actor: AccountActor,
  { unit, member, roles, validUntil, untils, orderText, now }: Given,
): Promise<ImportMade["grants"] | RefusalCode> {
  const { membershipId, accountId } = member
  const held = await listGrantsOf(tx, membershipId)
  const standing = (role: string) =>
    standingOf(
      held.find(({ systemRoleId }) => systemRoleId === role),
      bangkokDay(now),
    )
  const missing = roles.filter((role) => standing(role) !== "active")
  if (missing.length === 0) return []
  const bar = await grantBar(tx, actor, { unit, accountIds: [accountId] })
  if (bar) return bar
  const changes = missing.map((systemRoleId) => ({
    act: "grant" as const,
    membershipId,
    systemRoleId,
    validUntil: untils[systemRoleId] ?? validUntil,
  }))
  const by = actor.accountId
  const made = await applyChanges(tx, { unitId: unit.id, changes, by, orderText, reason: "", now })
  if (typeof made === "string") return made
  await tellOfChanges(tx, { unit, made, reason: "", now })
  const current = await listGrantsOf(tx, membershipId)
  return current.flatMap((grant) =>
    missing.includes(grant.systemRoleId) ? { systemRoleId: grant.systemRoleId, mark: grantMark(grant) } : [],
  )
}
