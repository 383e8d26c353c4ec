import "server-only"
import { countPeople } from "@/db/queries/order-people"
import { findSamePaper, lockOrder, markChanged } from "@/db/queries/orders"
import type { Transaction } from "@/db/types"
import { queueCase } from "@/lib/cases/queue-case"
import { listDocuments } from "@/lib/documents/list-documents"
import { command } from "@/lib/kernel/command"
import { done, refused } from "@/lib/kernel/outcome"
import { canMakeOrders, orderToMake } from "./in-charge"
import { allows, lacksOf, orderTitle } from "./rules"
import { orderActInput } from "./schema"

/**
 * Hands an order in, for the first time or corrected; corrected it keeps its place. The case is queued before the order is
 * held, since a case is locked before its request everywhere.
 */
export const submitOrder = command({
  name: "orders.submit",
  input: orderActInput,
  allow: canMakeOrders,
  async run({ tx, actor, now, input }) {
    const seen = await orderToMake(tx, actor, { ...input, now })
    if (typeof seen === "string") return refused(seen)
    const { unit, order: before } = seen
    const title = orderTitle(before)
    const at = {
      kind: "order" as const,
      subjectId: before.id,
      number: before.number,
      unitId: unit.id,
      title,
      now,
    }
    if ((await queueCase(tx, at)) !== "queued") return refused("orders.not-open")
    const order = await lockOrder(tx, before.id)
    if (!order || !allows("submit", order.state)) return refused("orders.not-open")
    if (order.version !== input.version || order.version !== before.version) return refused("orders.stale")
    const lacks = lacksOf(order, {
      people: await countPeople(tx, order.id),
      scans: await scansOf(tx, order.id),
    })
    if (lacks.some((lack) => lack !== "scan")) return refused("orders.incomplete")
    if (lacks.length > 0) return refused("orders.no-scan")
    const taken = await findSamePaper(tx, order)
    if (taken) return refused("orders.number-taken", { request: taken })
    await markChanged(tx, order.id, {
      state: "submitted",
      submittedBy: actor.accountId,
      submittedAt: order.submittedAt ?? now,
      returnedFields: null,
    })
    const isAgain = order.state === "returned"
    return done({}, { subject: order.id, unit: unit.id, detail: { kind: order.kind, isAgain } })
  },
})

/** How many scans are there that a reviewer can look at. */
async function scansOf(tx: Transaction, orderId: string): Promise<number> {
  const documents = await listDocuments(tx, { kind: "order", id: orderId })
  return documents.filter(({ purpose, state }) => purpose === "order-scan" && state === "ready").length
}
