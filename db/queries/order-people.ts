import { and, asc, count, eq } from "drizzle-orm"
import { orderPeople } from "@/db/schema/orders"
import type { Executor, Transaction } from "@/db/types"

/** A person named in an order, as the row has him. */
export type OrderPerson = typeof orderPeople.$inferSelect

/** The people of an order in the order of the paper. */
export function listPeople(db: Executor, orderId: string): Promise<OrderPerson[]> {
  return db.select().from(orderPeople).where(eq(orderPeople.orderId, orderId)).orderBy(asc(orderPeople.sort))
}

/** How many people an order names. */
export function countPeople(db: Executor, orderId: string): Promise<number> {
  return db.$count(orderPeople, eq(orderPeople.orderId, orderId))
}

/** Adds a person at the end; false when the order names that number already. */
export async function insertPerson(
  tx: Transaction,
  row: Omit<typeof orderPeople.$inferInsert, "sort">,
): Promise<boolean> {
  const [last] = await tx
    .select({ sort: count() })
    .from(orderPeople)
    .where(eq(orderPeople.orderId, row.orderId))
  const added = await tx
    .insert(orderPeople)
    .values({ ...row, sort: (last?.sort ?? 0) + 1 })
    .onConflictDoNothing()
    .returning({ id: orderPeople.id })
  return added.length > 0
}

/** Changes a person of an order. */
export async function markPersonChanged(
  tx: Transaction,
  at: { readonly id: string; readonly orderId: string },
  to: Partial<typeof orderPeople.$inferInsert>,
): Promise<void> {
  await tx
    .update(orderPeople)
    .set(to)
    .where(and(eq(orderPeople.id, at.id), eq(orderPeople.orderId, at.orderId)))
}

/** Takes a person off an order, and closes the gap; false where the order has no such person. */
export async function dropPerson(
  tx: Transaction,
  at: { readonly id: string; readonly orderId: string },
): Promise<boolean> {
  const gone = await tx
    .delete(orderPeople)
    .where(and(eq(orderPeople.id, at.id), eq(orderPeople.orderId, at.orderId)))
    .returning({ id: orderPeople.id })
  if (gone.length === 0) return false
  const left = await listPeople(tx, at.orderId)
  for (const [i, { id }] of left.entries())
    await tx
      .update(orderPeople)
      .set({ sort: i + 1 })
      .where(eq(orderPeople.id, id))
  return true
}
