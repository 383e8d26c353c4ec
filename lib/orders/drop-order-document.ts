import "server-only"
import { command } from "@/lib/kernel/command"
import { done, refused } from "@/lib/kernel/outcome"
import { dropScan } from "./drop-scan"
import { canMakeOrders, orderToMake } from "./in-charge"
import { orderDocumentInput } from "./schema"

/** Takes a scan off an order. */
export const dropOrderDocument = command({
  name: "orders.drop-document",
  input: orderDocumentInput,
  allow: canMakeOrders,
  async run({ tx, actor, now, input }) {
    const seen = await orderToMake(tx, actor, { ...input, now })
    if (typeof seen === "string") return refused(seen)
    const { documentId } = input
    const no = await dropScan(tx, seen.order.id, { documentId, now })
    if (no) return refused(no)
    return done({}, { subject: seen.order.id, unit: seen.unit.id, detail: { document: documentId } })
  },
})
