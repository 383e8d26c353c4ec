import "server-only"
import { findOrder, findUnit, insertOrder, lockOrder, markChanged, type Order } from "@/db/queries/orders"
import type { Executor, Transaction } from "@/db/types"
import { requestNumber } from "@/lib/cases/request-number"
import type { RefusalCode } from "@/lib/kernel/refusal"
import { isByCode, type UnitInSight } from "./in-charge"
import { allows } from "./rules"

/** An order that came by a unit's activation code, and its unit as who holds the code sees it. */
export type OrderOfCode = { readonly order: Order; readonly unit: UnitInSight }

/** Step: begins the order that an activation code fills in. Nobody with an account makes it. */
export async function beginByCode(
  tx: Transaction,
  { unitId, now, expiresAt }: { readonly unitId: string; readonly now: Date; readonly expiresAt: Date },
): Promise<{ readonly id: string; readonly number: string }> {
  const number = requestNumber("O")
  const issued = { unitId, issuerId: unitId, kind: "appoint", state: "draft" } as const
  const id = await insertOrder(tx, { number, ...issued, madeBy: null, createdAt: now, expiresAt })
  return { id, number }
}

/** Step: the order of a code as it stands, not held. The caller has seen to it that the code is the asker's. */
export async function findOfCode(db: Executor, orderId: string): Promise<OrderOfCode | undefined> {
  const order = await findOrder(db, { id: orderId })
  const unit = order && (await findUnit(db, { id: order.unitId }))
  return unit && isByCode(order) ? { order, unit: { ...unit, canMake: true } } : undefined
}

/** Step: the same by its request's number. */
export async function findOfNumber(db: Executor, number: string): Promise<OrderOfCode | undefined> {
  const order = await findOrder(db, { number })
  return order && findOfCode(db, order.id)
}

/** Step: the same, held for a change of the page with that number and version; or why not. */
export async function lockOfCode(
  tx: Transaction,
  orderId: string,
  page: { readonly number: string; readonly version: number },
): Promise<OrderOfCode | RefusalCode> {
  const seen = await findOfCode(tx, orderId)
  const order = await lockOrder(tx, orderId)
  if (!seen || order?.number !== page.number) return "not-found"
  if (!allows("edit", order.state)) return "orders.not-open"
  return order.version === page.version ? { ...seen, order } : "orders.stale"
}

/** Step: what an older code began and nobody has handed in ends. */
export async function dropOfCode(tx: Transaction, orderId: string): Promise<void> {
  const order = await lockOrder(tx, orderId)
  if (order?.state === "draft") await markChanged(tx, orderId, { state: "withdrawn" })
}
