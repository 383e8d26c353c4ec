import { and, eq, isNull, lte, type SQL, sql } from "drizzle-orm"
import { todayAt } from "@/db/queries/access"
import { adminAppointments } from "@/db/schema/access"
import { orderPeople, orders } from "@/db/schema/orders"
import type { Transaction } from "@/db/types"

/** An approved order as its appointments carry it. */
type Paper = {
  readonly orderId: string
  readonly orderNumber: string
  readonly orderYearBe: number
  readonly orderDate: string
  readonly validFrom: string
  readonly validUntil: string | null
}

/** Makes a membership SSO Admin of its unit by an order. */
export async function insertAppointment(
  tx: Transaction,
  membershipId: string,
  paper: Paper,
): Promise<string> {
  const [row] = await tx
    .insert(adminAppointments)
    .values({ membershipId, ...paper })
    .returning({ id: adminAppointments.id })
  if (!row) throw new Error("insert returned no row")
  return row.id
}

/** Which appointments another order ends, from which day on (`2026-11-21`, in Bangkok), and what day it is. */
type Ending = { readonly orderId: string; readonly from: string; readonly today: string; readonly now: Date }

/** Ends the earlier appointments of a person in his unit, because a later order appoints him anew. */
export async function markEarlierEnded(
  tx: Transaction,
  { membershipId, ...ending }: Ending & { readonly membershipId: string },
): Promise<void> {
  await endWhere(
    tx,
    sql`membership_id = ${membershipId} and order_id is distinct from ${ending.orderId}`,
    ending,
  )
}

/** Ends the appointments of an order, because another revokes it. */
export async function markOrdersAppointmentsEnded(
  tx: Transaction,
  { revokedId, ...ending }: Ending & { readonly revokedId: string },
): Promise<void> {
  await endWhere(tx, sql`order_id = ${revokedId}`, ending)
}

// Ending today is an instant; ending on a day to come is an earlier last day, so that nobody is without power meanwhile.
async function endWhere(tx: Transaction, which: SQL, { orderId, from, today, now }: Ending): Promise<void> {
  const isInForce = sql`${which} and ended_at is null and ended_by_order_id is null`
  if (from <= today) {
    await tx.execute(sql`
      update admin_appointments set ended_at = ${now.toISOString()}, ended_by_order_id = ${orderId}
      where ${isInForce} and (valid_until is null or valid_until >= ${today})`)
    return
  }
  await tx.execute(sql`
    update admin_appointments
    set former_valid_until = valid_until, valid_until = ${from}::date - 1, ended_by_order_id = ${orderId}
    where ${isInForce} and (valid_until is null or valid_until >= ${from})`)
}

/** Gives back what an order had ended, as it was. */
export async function markEndedRestored(tx: Transaction, orderId: string): Promise<void> {
  await tx.execute(sql`
    update admin_appointments set
      valid_until = case when ended_at is null then former_valid_until else valid_until end,
      ended_at = null, former_valid_until = null, ended_by_order_id = null
    where ended_by_order_id = ${orderId}`)
}

/** Ends the appointments that came by an order. */
export async function markAppointmentsEnded(tx: Transaction, orderId: string, now: Date): Promise<void> {
  await tx
    .update(adminAppointments)
    .set({ endedAt: now })
    .where(and(eq(adminAppointments.orderId, orderId), isNull(adminAppointments.endedAt)))
}

/**
 * Brings the states of earlier orders into agreement with their appointments: one of whose appointments none is left
 * because of this order is `superseded`.
 */
export async function markSuperseded(tx: Transaction, orderId: string): Promise<void> {
  await tx.execute(sql`
    update orders o set state = 'superseded', version = version + 1
    where o.state = 'approved' and o.kind <> 'revoke' and o.id <> ${orderId}
      and exists (select 1 from admin_appointments ap where ap.order_id = o.id and ap.ended_by_order_id = ${orderId})
      and not exists (select 1 from admin_appointments ap
        where ap.order_id = o.id and ap.ended_at is null and ap.ended_by_order_id is null)`)
}

/** The orders that this one had superseded or revoked are in force again, unless their last day is over meanwhile. */
export async function markInForceAgain(
  tx: Transaction,
  orderId: string,
  revokesId: string | null,
): Promise<void> {
  await tx.execute(sql`
    update orders o set state = 'approved', version = version + 1
    where (o.state = 'superseded' and exists (select 1 from admin_appointments ap
        where ap.order_id = o.id and ap.ended_by_order_id = ${orderId}))
      or (o.state = 'revoked' and o.id = ${revokesId})`)
}

/** Writes down what came of an approval for a person. */
export async function markAppointed(
  tx: Transaction,
  personId: string,
  to: Pick<
    typeof orderPeople.$inferInsert,
    "accountId" | "membershipId" | "appointmentId" | "isNewAccount" | "isNewMembership"
  >,
): Promise<void> {
  await tx.update(orderPeople).set(to).where(eq(orderPeople.id, personId))
}

/** Forgets what came of an approval for everyone in an order. */
export async function markUnappointed(tx: Transaction, orderId: string): Promise<void> {
  await tx
    .update(orderPeople)
    .set({
      accountId: null,
      membershipId: null,
      appointmentId: null,
      isNewAccount: false,
      isNewMembership: false,
    })
    .where(eq(orderPeople.orderId, orderId))
}

/** Orders whose last day is over on the day of an instant are expired. */
export async function markExpired(tx: Transaction, now: Date): Promise<void> {
  await tx
    .update(orders)
    .set({ state: "expired", version: sql`${orders.version} + 1` })
    .where(
      sql`${orders.state} = 'approved' and ${orders.kind} <> 'revoke' and ${orders.validUntil} < ${todayAt(now)}`,
    )
}

/** Drops drafts whose time is over, with their people. */
export async function dropOldDrafts(tx: Transaction, now: Date): Promise<void> {
  await tx.delete(orders).where(and(eq(orders.state, "draft"), lte(orders.expiresAt, now)))
}

/** Returned orders that nobody mended in time. */
export async function listForgotten(tx: Transaction, now: Date): Promise<string[]> {
  const rows = await tx
    .select({ id: orders.id })
    .from(orders)
    .where(and(eq(orders.state, "returned"), lte(orders.expiresAt, now)))
    .limit(100)
  return rows.map(({ id }) => id)
}
