import "server-only"
import { command } from "@/lib/kernel/command"
import { done, refused } from "@/lib/kernel/outcome"
import { beginScan } from "./begin-scan"
import { canMakeOrders, orderToMake } from "./in-charge"
import { addOrderDocumentInput } from "./schema"

/** Makes room for a scan of an order: what comes back lets its bytes be sent. */
export const addOrderDocument = command({
  name: "orders.add-document",
  input: addOrderDocumentInput,
  allow: canMakeOrders,
  async run({ tx, actor, now, input }) {
    const seen = await orderToMake(tx, actor, { ...input, now })
    if (typeof seen === "string") return refused(seen)
    const begun = await beginScan(tx, seen.order.id, { ...input, by: actor.accountId, now })
    if ("kind" in begun) return begun
    return done(begun, { subject: seen.order.id, unit: seen.unit.id, detail: { document: begun.id } })
  },
})
