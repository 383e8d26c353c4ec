import "server-only"
import { lockOrder } from "@/db/queries/orders"
import type { Transaction } from "@/db/types"
import { beginDocument } from "@/lib/documents/begin-document"
import { refused } from "@/lib/kernel/outcome"
import { isOpen } from "./rules"

type Coming = {
  readonly fileName: string
  readonly sizeBytes: number | null
  /** Nobody with an account, where a unit's activation code sends it. */
  readonly by: string | null
  readonly now: Date
}

/** Step: makes room for a scan of an order: what comes back lets its bytes be sent. */
export async function beginScan(tx: Transaction, orderId: string, coming: Coming) {
  const order = await lockOrder(tx, orderId)
  if (!order || !isOpen(order, "documents")) return refused("orders.not-open")
  const { fileName, sizeBytes, by: uploadedBy, now } = coming
  const holder = { kind: "order", id: orderId } as const
  return beginDocument(tx, { holder, purpose: "order-scan", fileName, sizeBytes, uploadedBy, now })
}
