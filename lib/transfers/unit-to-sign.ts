import "server-only"
import type { Executor } from "@/db/types"
import { may } from "@/lib/access/may"
import { type UnitInSight, unitInSight } from "@/lib/access/unit-in-sight"
import type { AccountActor } from "@/lib/kernel/actor"
import type { RefusalCode } from "@/lib/kernel/refusal"

/**
 * Step: the unit for which the actor may sign: one that he manages, or one below his office in which no SSO Admin can work.
 */
export async function unitToSign(
  db: Executor,
  actor: AccountActor,
  asked: { readonly unitCode: string; readonly now: Date },
): Promise<UnitInSight | RefusalCode> {
  const unit = await unitInSight(db, actor, asked)
  if (!unit) return "not-found"
  return canSignFor(actor, unit) ? unit : "access.not-yours"
}

/** Whether the actor may sign for a unit that he sees. */
export function canSignFor(actor: AccountActor, unit: UnitInSight): boolean {
  const isNobodyThere = !unit.hasWorkingAdmin
  return unit.canManage || may(actor, "orders.make", { path: unit.path, isNobodyThere })
}
