import "server-only"
import { type HeldMember, holdUnitAdmins, isLastAdmin, lockMember } from "@/db/queries/members-acts"
import type { Transaction } from "@/db/types"
import { type UnitInSight, unitToManage } from "@/lib/access/unit-in-sight"
import type { AccountActor } from "@/lib/kernel/actor"
import type { RefusalCode } from "@/lib/kernel/refusal"
import { allows } from "./rules"

type Asked = {
  readonly unitCode: string
  readonly membershipId: string
  readonly version: number
  readonly now: Date
}

/** Step: a user of a unit that the actor manages, held, as he saw it and in a state that lets it be done; or why not. */
export async function lockUser(
  tx: Transaction,
  actor: AccountActor,
  asked: Asked & { readonly act: Parameters<typeof allows>[0] },
): Promise<{ readonly unit: UnitInSight; readonly member: HeldMember } | RefusalCode> {
  const unit = await unitToManage(tx, actor, asked)
  if (typeof unit === "string") return unit
  const member = await lockMember(tx, { unitId: unit.id, membershipId: asked.membershipId })
  if (!member) return "not-found"
  if (member.version !== asked.version || !allows(asked.act, member.state)) return "members.stale"
  return { unit, member }
}

/** Step: why the unit's last SSO Admin can't go just so: whoever lets him go has to know what follows. */
export async function shutForLast(
  tx: Transaction,
  member: Pick<HeldMember, "id" | "unitId">,
  at: { readonly knowsLast: string; readonly now: Date },
): Promise<RefusalCode | undefined> {
  const { unitId, id: membershipId } = member
  await holdUnitAdmins(tx, unitId)
  if (at.knowsLast === "1") return undefined
  return (await isLastAdmin(tx, { unitId, membershipId, now: at.now })) ? "members.last-admin" : undefined
}
