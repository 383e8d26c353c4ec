import "server-only"
import { findDepartment } from "@/db/queries/activation-register"
import type { Executor } from "@/db/types"
import { may } from "@/lib/access/may"
import type { AccountActor, Actor } from "@/lib/kernel/actor"

/** The coarse question: whether there is any unit at all for which the actor may issue a code. */
export function canIssueCodes(actor: Actor): actor is AccountActor {
  if (actor.kind !== "account") return false
  // any unit below each of his seats, and below the Department
  const below = ["1/0/", ...actor.seats.map(({ path }) => `${path}0/`)]
  return below.some((path) => may(actor, "activation-codes.issue", { path }))
}

/** Who sees the register of codes: whoever issues them, and the auditor, who sees all. */
export function canSeeRegister(actor: Actor): actor is AccountActor {
  if (actor.kind !== "account") return false
  return actor.roles.includes("auditor") || canIssueCodes(actor)
}

/** Step: the office in whose name the actor issues a code for a unit: his nearest above it, else the Department. */
export async function officeFor(db: Executor, actor: AccountActor, unitPath: string): Promise<string> {
  const [nearest] = actor.seats
    .filter(({ isAdmin, path, level }) => isAdmin && level !== "local" && unitPath.startsWith(path))
    .toSorted((one, other) => other.path.length - one.path.length)
  if (nearest) return nearest.unitId
  const department = await findDepartment(db)
  if (!department) throw new Error("there is no Department")
  return department.id
}
