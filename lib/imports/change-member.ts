import "server-only"
import type { Transaction } from "@/db/types"
import type { UnitInSight } from "@/lib/access/unit-in-sight"
import type { AccountActor } from "@/lib/kernel/actor"
import type { RefusalCode } from "@/lib/kernel/refusal"
import { amendMember, holdMember } from "@/lib/members/amend-member"
import { needsReason } from "@/lib/registration/rules"
import { giveRoles } from "./give-roles"
import type { WantedRow } from "./judge-row"

/**
 * Step: changes what the unit says of its user and gives him the roles of the row that he lacks. His name, number and
 * address are his own; a telephone that the row leaves empty stays.
 */
export async function changeMember(
  tx: Transaction,
  actor: AccountActor,
  at: {
    readonly unit: UnitInSight
    readonly membershipId: string
    readonly wanted: WantedRow
    readonly now: Date
  },
) {
  const { unit, membershipId, wanted, now } = at
  const member = await holdMember(tx, { unitId: unit.id, membershipId })
  if (!member) return "imports.member-gone" as const
  if (member.accountId === actor.accountId) return "members.own" as const
  const { person, roles, untils, rightsUntil } = wanted
  const before = {
    post: member.post,
    staffKind: member.staffKind,
    staffReason: member.staffReason,
    officeTelephone: member.officeTelephone,
    orderText: member.orderText,
    validUntil: member.validUntil,
  }
  const isReasoned = needsReason({ unitKind: unit.kind, staffKind: person.staffKind })
  const after = {
    post: person.post,
    staffKind: person.staffKind,
    staffReason: isReasoned ? person.staffReason : "",
    officeTelephone: person.officeTelephone || member.officeTelephone,
    orderText: person.orderText,
    validUntil: person.validUntil,
  }
  const isOther = JSON.stringify(before) !== JSON.stringify(after)
  const version = isOther ? await amendMember(tx, member, after) : undefined
  const given = await giveRoles(tx, actor, {
    unit,
    member: { membershipId, accountId: member.accountId },
    roles,
    validUntil: rightsUntil,
    untils,
    orderText: person.orderText,
    now,
  })
  if (typeof given === "string") return given satisfies RefusalCode
  const made = { ...(version === undefined ? {} : { version, before }), grants: given }
  return { membershipId, offerId: null, rolesState: "none" as const, made }
}
