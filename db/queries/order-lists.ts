import { and, desc, eq, ne, sql } from "drizzle-orm"
import { orders } from "@/db/schema/orders"
import type { Executor } from "@/db/types"

type Order = typeof orders.$inferSelect

/** An order as the list of a unit shows it. */
export type OrderLine = Pick<
  Order,
  | "id"
  | "number"
  | "kind"
  | "orderNumber"
  | "orderYearBe"
  | "validFrom"
  | "validUntil"
  | "state"
  | "createdAt"
> & { readonly names: readonly string[]; readonly submittedAt: Date | null }

/** The orders of a unit, the newest first. */
export async function listOrders(db: Executor, unitId: string): Promise<OrderLine[]> {
  return db
    .select({
      id: orders.id,
      number: orders.number,
      kind: orders.kind,
      orderNumber: orders.orderNumber,
      orderYearBe: orders.orderYearBe,
      validFrom: orders.validFrom,
      validUntil: orders.validUntil,
      state: orders.state,
      createdAt: orders.createdAt,
      submittedAt: orders.submittedAt,
      names: sql<
        string[]
      >`(select coalesce(json_agg(concat(p.title_th, p.given_name_th, ' ', p.family_name_th)
        order by p.sort), '[]') from order_people p where p.order_id = orders.id)`,
    })
    .from(orders)
    .where(eq(orders.unitId, unitId))
    .orderBy(desc(orders.createdAt), desc(orders.id))
    .limit(200)
}

/** The orders of a unit that a revoking one can name. */
export async function listRevocable(
  db: Executor,
  unitId: string,
): Promise<Pick<Order, "id" | "number" | "orderNumber" | "orderYearBe" | "kind">[]> {
  return db
    .select({
      id: orders.id,
      number: orders.number,
      orderNumber: orders.orderNumber,
      orderYearBe: orders.orderYearBe,
      kind: orders.kind,
    })
    .from(orders)
    .where(and(eq(orders.unitId, unitId), eq(orders.state, "approved"), ne(orders.kind, "revoke")))
    .orderBy(desc(orders.createdAt))
}

/** Why an order came back or was turned down: the decision in force, once it took effect. */
export async function findAnswer(
  db: Executor,
  orderId: string,
): Promise<{ readonly reasons: readonly string[]; readonly note: string } | undefined> {
  const [row] = await db.execute<{ reasons: string[]; note: string }>(sql`
    select d.reasons, d.note from decisions d join cases c on c.id = d.case_id
    where c.kind = 'order' and c.subject_id = ${orderId} and d.ended_at is null and d.took_effect_at is not null`)
  return row
}
