import "server-only"
import type { Executor } from "@/db/types"
import { may } from "@/lib/access/may"
import { type UnitInSight, unitInSight } from "@/lib/access/unit-in-sight"
import type { AccountActor, Actor } from "@/lib/kernel/actor"
import type { RefusalCode } from "@/lib/kernel/refusal"

const department = "1/"

/** The coarse question: whether there is any unit at all whose data the actor may change. */
export function canEditSomeUnit(actor: Actor): actor is AccountActor {
  if (actor.kind !== "account") return false
  return [department, ...actor.seats.map(({ path }) => path)].some((path) =>
    may(actor, "unit-data.edit", { path }),
  )
}

/**
 * Step: the unit whose data the actor may change, as its own SSO Admin or as an officer of the Department; whoever looks after
 * a unit does not speak for it.
 */
export async function unitToDescribe(
  db: Executor,
  actor: AccountActor,
  asked: { readonly unitCode: string; readonly now: Date },
): Promise<UnitInSight | Extract<RefusalCode, "not-found" | "profiles.not-yours">> {
  const unit = await unitInSight(db, actor, asked)
  if (!unit) return "not-found"
  return may(actor, "unit-data.edit", { path: unit.path }) ? unit : "profiles.not-yours"
}
