import { and, eq, inArray, ne, sql } from "drizzle-orm"
import { isMembershipInForce, isUnitAdmin, today } from "@/db/queries/access"
import { accounts } from "@/db/schema/identity"
import { orderPeople, orders } from "@/db/schema/orders"
import { units } from "@/db/schema/units"
import type { Executor, Transaction } from "@/db/types"
import { nodesOf } from "./path-predicates"
import { unitIdOf } from "./unit-predicates"

/** An order as its row stands. */
export type Order = typeof orders.$inferSelect

/** A unit, as orders need to know it. */
export type OrderUnit = Pick<
  typeof units.$inferSelect,
  "id" | "path" | "kind" | "code" | "nameTh" | "nameEn" | "parentId"
>

const unitColumns = {
  id: units.id,
  path: units.path,
  kind: units.kind,
  code: units.code,
  nameTh: units.nameTh,
  nameEn: units.nameEn,
  parentId: units.parentId,
}

/** The unit of a code or an id. */
export async function findUnit(
  db: Executor,
  key: { readonly code: string } | { readonly id: string },
): Promise<OrderUnit | undefined> {
  const isMeant = "code" in key ? sql`${units.id} = ${unitIdOf(key.code)}` : eq(units.id, key.id)
  const [row] = await db.select(unitColumns).from(units).where(isMeant)
  return row
}

/** Who can issue an order for a unit: itself, and every office above it; the nearest first. */
export async function listIssuers(db: Executor, path: string): Promise<OrderUnit[]> {
  return db
    .select(unitColumns)
    .from(units)
    .where(sql`${units.node} = any(${nodesOf(sql`${path}`)})`)
    .orderBy(sql`length(${units.path}) desc`)
}

/** An order by its request's number or its id. */
export async function findOrder(
  db: Executor,
  key: { readonly number: string } | { readonly id: string },
): Promise<Order | undefined> {
  const isMeant = "number" in key ? eq(orders.number, key.number) : eq(orders.id, key.id)
  const [row] = await db.select().from(orders).where(isMeant)
  return row
}

/** The same, held. Its case, if there is one, is locked before it. */
export async function lockOrder(tx: Transaction, id: string): Promise<Order | undefined> {
  const [row] = await tx.select().from(orders).where(eq(orders.id, id)).for("update")
  return row
}

/** Begins an order. */
export async function insertOrder(tx: Transaction, row: typeof orders.$inferInsert): Promise<string> {
  const [made] = await tx.insert(orders).values(row).returning({ id: orders.id })
  if (!made) throw new Error("insert returned no row")
  return made.id
}

/** Changes an order and moves its version on. */
export async function markChanged(
  tx: Transaction,
  id: string,
  to: Partial<typeof orders.$inferInsert>,
): Promise<void> {
  await tx
    .update(orders)
    .set({ ...to, version: sql`${orders.version} + 1` })
    .where(eq(orders.id, id))
}

/** What stands on the print has changed: an older print no longer matches. */
export async function markPrintChanged(tx: Transaction, id: string): Promise<void> {
  await tx
    .update(orders)
    .set({ printVersion: sql`${orders.printVersion} + 1` })
    .where(eq(orders.id, id))
}

/** The order is printed to be signed. Nothing of what was seen of it has changed by that. */
export async function markPrintedOut(tx: Transaction, id: string, now: Date): Promise<void> {
  await tx.update(orders).set({ printedAt: now }).where(eq(orders.id, id))
}

const alive = ["submitted", "returned", "approved", "superseded", "expired", "revoked"] as const

/**
 * The request that has a paper's number already. Holds the issuer meanwhile, so that of two requests that come with one
 * number at the same moment the later finds the earlier.
 */
export async function findSamePaper(
  tx: Transaction,
  { id, issuerId, orderNumber, orderYearBe }: Pick<Order, "id" | "issuerId" | "orderNumber" | "orderYearBe">,
): Promise<string | undefined> {
  await tx.execute(sql`select 1 from units where id = ${issuerId} for no key update`)
  const [row] = await tx
    .select({ number: orders.number })
    .from(orders)
    .where(
      and(
        eq(orders.issuerId, issuerId),
        eq(orders.orderNumber, orderNumber),
        eq(orders.orderYearBe, orderYearBe ?? 0),
        inArray(orders.state, [...alive]),
        ne(orders.id, id),
      ),
    )
  return row?.number
}

/** To whom the result goes: whoever handed the order in, where he has a confirmed address. */
export async function findRecipient(
  db: Executor,
  accountId: string,
): Promise<{ readonly email: string; readonly locale: "th" | "en" } | undefined> {
  const [row] = await db
    .select({ email: accounts.email, locale: accounts.locale })
    .from(accounts)
    .where(and(eq(accounts.id, accountId), sql`${accounts.emailVerifiedAt} is not null`))
  return row?.email ? { email: row.email, locale: row.locale } : undefined
}

/** To whom the result of an order without a sender goes: those it names, and its unit where it has an address. */
export async function listToldByCode(
  db: Executor,
  { id, unitId }: Pick<Order, "id" | "unitId">,
): Promise<{ readonly email: string; readonly locale: "th" }[]> {
  const rows = await db.execute<{ email: string }>(sql`
    select lower(email) as email from order_people where order_id = ${id}
    union select lower(email) from units where id = ${unitId} and email like '%_@_%'`)
  return rows.map(({ email }) => ({ email, locale: "th" }))
}
/** Somebody whom an order names, with the hashes of his number under each key of the ring. */
export type NamedPerson = { readonly id: string; readonly hashes: readonly Buffer[] }

/** What is known of those whom an order names: an account, and whether he is SSO Admin of the unit today. */
export async function listKnownPeople(
  db: Executor,
  {
    named,
    unitId,
    now,
  }: { readonly named: readonly NamedPerson[]; readonly unitId: string; readonly now: Date },
): Promise<{ readonly id: string; readonly hasAccount: boolean; readonly isAdmin: boolean }[]> {
  const lines = named.flatMap(({ id, hashes }) => hashes.map((hash) => sql`(${id}, ${hash}::bytea)`))
  if (lines.length === 0) return []
  const rows = await db.execute<{ id: string; hasAccount: boolean; isAdmin: boolean }>(sql`
    select op.id, bool_or(a.id is not null) as "hasAccount",
      coalesce(bool_or(${isMembershipInForce} and ${isUnitAdmin}), false) as "isAdmin"
    from (values ${sql.join(lines, sql`, `)}) op (id, hash)
      left join persons p on p.national_id_hash = op.hash
      left join accounts a on a.person_id = p.id
      left join memberships m on m.account_id = a.id and m.unit_id = ${unitId}, ${today(now)}
    group by op.id`)
  return [...rows]
}

/** Requests that wait and name one of the same people for the same unit. */
export async function listWaitingFor(
  db: Executor,
  { id, unitId }: Pick<Order, "id" | "unitId">,
  named: readonly NamedPerson[],
): Promise<string[]> {
  const hashes = named.flatMap((person) => person.hashes)
  if (hashes.length === 0) return []
  const rows = await db
    .selectDistinct({ number: orders.number })
    .from(orders)
    .innerJoin(orderPeople, eq(orderPeople.orderId, orders.id))
    .where(
      and(
        ne(orders.id, id),
        eq(orders.unitId, unitId),
        inArray(orders.state, ["submitted", "returned"]),
        inArray(orderPeople.nationalIdHash, hashes),
      ),
    )
  return rows.map(({ number }) => number)
}

/** Other requests to which the very same file was sent. */
export async function listSameFile(db: Executor, orderId: string): Promise<string[]> {
  const rows = await db.execute<{ number: string }>(sql`
    select distinct o.number from documents d
      join documents e on e.sha256 = d.sha256 and e.holder_kind = 'order' and e.holder_id <> d.holder_id
        and e.state = 'ready'
      join orders o on o.id = e.holder_id and o.state <> 'draft'
    where d.holder_kind = 'order' and d.holder_id = ${orderId} and d.state = 'ready' order by 1`)
  return rows.map(({ number }) => number)
}

/** The same number and year of the same unit by another issuer: the same paper, perhaps, under another name. */
export async function listSameNumber(
  db: Executor,
  { id, unitId, orderNumber, orderYearBe }: Pick<Order, "id" | "unitId" | "orderNumber" | "orderYearBe">,
): Promise<string[]> {
  const rows = await db
    .select({ number: orders.number })
    .from(orders)
    .where(
      and(
        ne(orders.id, id),
        eq(orders.unitId, unitId),
        eq(orders.orderNumber, orderNumber),
        eq(orders.orderYearBe, orderYearBe ?? 0),
        ne(orders.state, "draft"),
      ),
    )
  return rows.map(({ number }) => number)
}
