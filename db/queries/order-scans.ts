import { inArray } from "drizzle-orm"
import { orders } from "@/db/schema/orders"
import type { Executor } from "@/db/types"

/** The units of orders, by the orders' numbers. */
export async function listUnitsOfOrders(
  db: Executor,
  numbers: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (numbers.length === 0) return new Map()
  const rows = await db
    .select({ number: orders.number, unitId: orders.unitId })
    .from(orders)
    .where(inArray(orders.number, [...numbers]))
  return new Map(rows.map(({ number, unitId }) => [number, unitId]))
}
