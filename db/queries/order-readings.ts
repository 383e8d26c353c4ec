import { and, eq } from "drizzle-orm"
import { alias } from "drizzle-orm/pg-core"
import { cases } from "@/db/schema/cases"
import { orders } from "@/db/schema/orders"
import { units } from "@/db/schema/units"
import type { Executor } from "@/db/types"

/** An order that was handed in, with the units whose names its paper bears. */
export type OrderAtDesk = {
  readonly order: typeof orders.$inferSelect
  readonly unit: { readonly id: string; readonly path: string; readonly nameTh: string }
  readonly issuer: string
}

/** An order by its number, if it is or was at the desk. */
export async function findOrderAtDesk(db: Executor, number: string): Promise<OrderAtDesk | undefined> {
  const issuers = alias(units, "issuers")
  const [row] = await db
    .select({
      order: orders,
      unit: { id: units.id, path: units.path, nameTh: units.nameTh },
      issuer: issuers.nameTh,
    })
    .from(orders)
    .innerJoin(cases, and(eq(cases.kind, "order"), eq(cases.subjectId, orders.id)))
    .innerJoin(units, eq(units.id, cases.unitId))
    .innerJoin(issuers, eq(issuers.id, orders.issuerId))
    .where(eq(orders.number, number))
  return row
}
