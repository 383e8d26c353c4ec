import "server-only"
import { findOrder, lockOrder, type Order, type OrderUnit } from "@/db/queries/orders"
import type { Executor, Transaction } from "@/db/types"
import { may } from "@/lib/access/may"
import { unitInSight as seenUnit } from "@/lib/access/unit-in-sight"
import type { AccountActor, Actor } from "@/lib/kernel/actor"
import type { RefusalCode } from "@/lib/kernel/refusal"
import { allows } from "./rules"

const department = "1/"

/** The coarse question: whether there is any unit at all for which the actor may make an order. */
export function canMakeOrders(actor: Actor): actor is AccountActor {
  return reaches(actor, "orders.make")
}

/** The coarse question: whether there is any unit at all whose orders the actor may see. */
export function canSeeOrders(actor: Actor): actor is AccountActor {
  return reaches(actor, "rights.see")
}

function reaches(actor: Actor, action: "orders.make" | "rights.see"): boolean {
  if (actor.kind !== "account") return false
  return [department, ...actor.seats.map(({ path }) => path)].some((path) => may(actor, action, { path }))
}

/** Whether an order came by the unit's activation code: who holds that fills it in, and nobody else. */
export function isByCode({ madeBy }: Pick<Order, "madeBy">): boolean {
  return madeBy === null
}

/** A unit whose orders someone sees, and whether he may make them. */
export type UnitInSight = OrderUnit & { readonly canMake: boolean }

/**
 * The unit of a code, if the actor may see its orders; to all others it is not there. The Department itself has no SSO
 * Admins: its people hold its roles.
 */
export async function unitInSight(
  db: Executor,
  actor: Actor,
  at: { readonly unitCode: string; readonly now: Date },
): Promise<UnitInSight | undefined> {
  if (!canSeeOrders(actor)) return undefined
  const unit = await seenUnit(db, actor, at)
  if (!unit || unit.kind === "department") return undefined
  return {
    ...unit,
    canMake: may(actor, "orders.make", { path: unit.path, isNobodyThere: !unit.hasWorkingAdmin }),
  }
}

/** The unit for which the actor may make orders, or why not. */
export async function unitToMakeFor(
  db: Executor,
  actor: Actor,
  at: { readonly unitCode: string; readonly now: Date },
): Promise<UnitInSight | RefusalCode> {
  const unit = await unitInSight(db, actor, at)
  if (!unit) return "not-found"
  return unit.canMake ? unit : "orders.not-yours"
}

/** Which request is meant, as its address has it. */
type Asked = { readonly unitCode: string; readonly number: string; readonly now: Date }

/** An order that the actor may work on, as it stands, not held; or why not. */
export async function orderToMake(
  db: Executor,
  actor: Actor,
  asked: Asked,
): Promise<{ unit: UnitInSight; order: Order } | RefusalCode> {
  const unit = await unitToMakeFor(db, actor, asked)
  if (typeof unit === "string") return unit
  const order = await findOrder(db, { number: asked.number })
  if (order?.unitId !== unit.id) return "not-found"
  return isByCode(order) ? "orders.by-code" : { unit, order }
}

/**
 * Step: the same, held for a change; who changes it names the version that he saw. Held before its case never where
 * the case is needed as well: submitting and withdrawing lock the case first.
 */
export async function lockToMake(
  tx: Transaction,
  actor: Actor,
  asked: Asked & { readonly version: number },
): Promise<{ unit: UnitInSight; order: Order } | RefusalCode> {
  const seen = await orderToMake(tx, actor, asked)
  if (typeof seen === "string") return seen
  const order = await lockOrder(tx, seen.order.id)
  if (!order) return "not-found"
  if (!allows("edit", order.state)) return "orders.not-open"
  return order.version === asked.version ? { unit: seen.unit, order } : "orders.stale"
}
