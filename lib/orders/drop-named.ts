import "server-only"
import { dropPerson } from "@/db/queries/order-people"
import { markChanged, markPrintChanged, type Order } from "@/db/queries/orders"
import type { Transaction } from "@/db/types"
import type { RefusalCode } from "@/lib/kernel/refusal"
import { isOpen } from "./rules"

/** Step: takes a person off a held order; nothing, or why not. */
export async function dropNamed(
  tx: Transaction,
  order: Order,
  personId: string,
): Promise<RefusalCode | undefined> {
  if (!isOpen(order, "people")) return "orders.field-shut"
  if (!(await dropPerson(tx, { id: personId, orderId: order.id }))) return "not-found"
  await markChanged(tx, order.id, {})
  await markPrintChanged(tx, order.id)
  return undefined
}
