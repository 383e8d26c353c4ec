import "server-only"
import { lockOrder } from "@/db/queries/orders"
import { beginDocument } from "@/lib/documents/begin-document"
import { command } from "@/lib/kernel/command"
import { done, refused } from "@/lib/kernel/outcome"
import { canMakeOrders, orderToMake } from "./in-charge"
import { isOpen } from "./rules"
import { addOrderDocumentInput } from "./schema"

/** Makes room for a scan of an order: what comes back lets its bytes be sent. */
export const addOrderDocument = command({
  name: "orders.add-document",
  input: addOrderDocumentInput,
  allow: canMakeOrders,
  async run({ tx, actor, now, input }) {
    const seen = await orderToMake(tx, actor, { ...input, now })
    if (typeof seen === "string") return refused(seen)
    const order = await lockOrder(tx, seen.order.id)
    if (!order || !isOpen(order, "documents")) return refused("orders.not-open")
    const { fileName, sizeBytes } = input
    const holder = { kind: "order", id: order.id } as const
    const uploadedBy = actor.accountId
    const begun = await beginDocument(tx, {
      holder,
      purpose: "order-scan",
      fileName,
      sizeBytes,
      uploadedBy,
      now,
    })
    if ("kind" in begun) return begun
    return done(begun, { subject: order.id, unit: seen.unit.id, detail: { document: begun.id } })
  },
})
