import "server-only"
import { lockOrder } from "@/db/queries/orders"
import type { Transaction } from "@/db/types"
import { removeDocument } from "@/lib/documents/remove-document"
import type { RefusalCode } from "@/lib/kernel/refusal"
import { isOpen } from "./rules"

/** Step: takes a scan off an order; nothing, or why not. */
export async function dropScan(
  tx: Transaction,
  orderId: string,
  at: { readonly documentId: string; readonly now: Date },
): Promise<RefusalCode | undefined> {
  const order = await lockOrder(tx, orderId)
  if (!order || !isOpen(order, "documents")) return "orders.not-open"
  const holder = { kind: "order", id: orderId } as const
  const isGone = await removeDocument(tx, holder, { id: at.documentId, now: at.now })
  return isGone ? undefined : "not-found"
}
