import "server-only"
import { dropOldDrafts, listForgotten, markExpired } from "@/db/queries/order-effects"
import { lockOrder, markChanged } from "@/db/queries/orders"
import type { Transaction } from "@/db/types"
import { withdrawCase } from "@/lib/cases/withdraw-case"

/**
 * Step: brings orders up to the day. Those whose last day is over are expired (their appointments end by date alone), drafts
 * nobody goes on with are gone, returned ones nobody mends are withdrawn.
 */
export async function expireOrders(tx: Transaction, now: Date): Promise<void> {
  await markExpired(tx, now)
  await dropOldDrafts(tx, now)
  for (const id of await listForgotten(tx, now)) {
    await withdrawCase(tx, { kind: "order", subjectId: id }, now)
    const order = await lockOrder(tx, id)
    if (order?.state === "returned" && order.expiresAt <= now)
      await markChanged(tx, id, { state: "withdrawn", returnedFields: null })
  }
}
