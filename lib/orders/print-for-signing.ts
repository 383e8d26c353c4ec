import "server-only"
import { listPeople } from "@/db/queries/order-people"
import { lockOrder, markPrintedOut, type Order } from "@/db/queries/orders"
import type { Transaction } from "@/db/types"
import type { RefusalCode } from "@/lib/kernel/refusal"
import { allows, printLacksOf } from "./rules"

/** Step: records that an order is printed to be signed; the order, or why not. */
export async function printForSigning(
  tx: Transaction,
  orderId: string,
  now: Date,
): Promise<Order | RefusalCode> {
  const order = await lockOrder(tx, orderId)
  if (!order || !allows("edit", order.state)) return "orders.not-open"
  const people = await listPeople(tx, order.id)
  if (printLacksOf(order, people.length).length > 0) return "orders.incomplete"
  await markPrintedOut(tx, order.id, now)
  return order
}
