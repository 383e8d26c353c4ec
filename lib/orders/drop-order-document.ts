import "server-only"
import { lockOrder } from "@/db/queries/orders"
import { removeDocument } from "@/lib/documents/remove-document"
import { command } from "@/lib/kernel/command"
import { done, refused } from "@/lib/kernel/outcome"
import { canMakeOrders, orderToMake } from "./in-charge"
import { isOpen } from "./rules"
import { orderDocumentInput } from "./schema"

/** Takes a scan off an order. */
export const dropOrderDocument = command({
  name: "orders.drop-document",
  input: orderDocumentInput,
  allow: canMakeOrders,
  async run({ tx, actor, now, input }) {
    const seen = await orderToMake(tx, actor, { ...input, now })
    if (typeof seen === "string") return refused(seen)
    const order = await lockOrder(tx, seen.order.id)
    if (!order || !isOpen(order, "documents")) return refused("orders.not-open")
    const holder = { kind: "order", id: order.id } as const
    if (!(await removeDocument(tx, holder, { id: input.documentId, now }))) return refused("not-found")
    return done({}, { subject: order.id, unit: seen.unit.id, detail: { document: input.documentId } })
  },
})
