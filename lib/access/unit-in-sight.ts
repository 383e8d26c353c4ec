import "server-only"
import { findUnitStanding, type UnitStanding } from "@/db/queries/unit-standing"
import type { Executor } from "@/db/types"
import type { AccountActor, Actor } from "@/lib/kernel/actor"
import type { RefusalCode } from "@/lib/kernel/refusal"
import { type Action, may } from "./may"

/** A unit whose users and rights someone sees, and whether he may change them. */
export type UnitInSight = UnitStanding & { readonly canManage: boolean }

type Asked = { readonly unitCode: string; readonly now: Date }

const department = "1/"

/** The coarse question: whether there is any unit at all whose users and rights the actor may see. */
export function canSeeSomeUnit(actor: Actor): actor is AccountActor {
  return reachesSome(actor, "rights.see")
}

/** The coarse question: whether there is any unit at all whose users and rights the actor may change. */
export function canManageSomeUnit(actor: Actor): actor is AccountActor {
  return reachesSome(actor, "memberships.manage")
}

function reachesSome(actor: Actor, action: Action): boolean {
  if (actor.kind !== "account") return false
  return [department, ...actor.seats.map(({ path }) => path)].some((path) => may(actor, action, { path }))
}

/** Step: the unit of a code, if the actor may see its users and rights; to all others it is not there. */
export async function unitInSight(
  db: Executor,
  actor: AccountActor,
  { unitCode, now }: Asked,
): Promise<UnitInSight | undefined> {
  const offices = actor.seats.filter(({ isAdmin }) => isAdmin).map(({ unitId }) => unitId)
  const unit = await findUnitStanding(db, { code: unitCode, offices, now })
  if (!unit || !may(actor, "rights.see", unit)) return undefined
  return { ...unit, canManage: may(actor, "memberships.manage", unit) }
}

/**
 * Step: the unit whose users and rights the actor may change, as its own SSO Admin, as an officer of the Department or as
 * one of the office that looks after it. Asked within the transaction of the change.
 */
export async function unitToManage(
  db: Executor,
  actor: AccountActor,
  asked: Asked,
): Promise<UnitInSight | Extract<RefusalCode, "not-found" | "access.not-yours">> {
  const unit = await unitInSight(db, actor, asked)
  if (!unit) return "not-found"
  return unit.canManage ? unit : "access.not-yours"
}
