import "server-only"
import { countPeople } from "@/db/queries/order-people"
import { findSamePaper, lockOrder, markChanged, type Order } from "@/db/queries/orders"
import type { Transaction } from "@/db/types"
import { queueCase } from "@/lib/cases/queue-case"
import { listDocuments } from "@/lib/documents/list-documents"
import { type Refused, refused } from "@/lib/kernel/outcome"
import { allows, lacksOf, orderTitle } from "./rules"

type Handing = {
  /** The version that was on the page. */
  readonly version: number
  /** Nobody with an account, where a unit's activation code hands it in. */
  readonly by: string | null
  readonly now: Date
}

/**
 * Step: hands an order in, for the first time or corrected; corrected it keeps its place. The case is queued before the
 * order is held, since a case is locked before its request everywhere.
 *
 * @param before the order as it stands, not held
 */
export async function handIn(
  tx: Transaction,
  before: Order,
  { version, by, now }: Handing,
): Promise<{ readonly order: Order; readonly isAgain: boolean } | Refused> {
  const { id, number, unitId } = before
  const at = { kind: "order" as const, subjectId: id, number, unitId, title: orderTitle(before), now }
  if ((await queueCase(tx, at)) !== "queued") return refused("orders.not-open")
  const order = await lockOrder(tx, id)
  if (!order || !allows("submit", order.state)) return refused("orders.not-open")
  if (order.version !== version || order.version !== before.version) return refused("orders.stale")
  const lacks = lacksOf(order, { people: await countPeople(tx, id), scans: await scansOf(tx, id) })
  if (lacks.some((lack) => lack !== "scan")) return refused("orders.incomplete")
  if (lacks.length > 0) return refused("orders.no-scan")
  const taken = await findSamePaper(tx, order)
  if (taken) return refused("orders.number-taken", { request: taken })
  const submittedAt = order.submittedAt ?? now
  await markChanged(tx, id, { state: "submitted", submittedBy: by, submittedAt, returnedFields: null })
  return { order, isAgain: order.state === "returned" }
}

/** How many scans are there that a reviewer can look at. */
async function scansOf(tx: Transaction, orderId: string): Promise<number> {
  const documents = await listDocuments(tx, { kind: "order", id: orderId })
  return documents.filter(({ purpose, state }) => purpose === "order-scan" && state === "ready").length
}
