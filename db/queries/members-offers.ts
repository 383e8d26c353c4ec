import { and, eq, ne, sql } from "drizzle-orm"
import { memberships } from "@/db/schema/access"
import { accounts } from "@/db/schema/identity"
import { membershipOffers } from "@/db/schema/members"
import { units } from "@/db/schema/units"
import type { Executor, Transaction } from "@/db/types"

/** An offer as it stands. */
export type Offer = typeof membershipOffers.$inferSelect

/** Whether an account has a membership in a unit that has not ended, or an offer that waits. */
export async function findStandingIn(
  tx: Transaction,
  at: { readonly accountId: string; readonly unitId: string; readonly today: string; readonly now: Date },
): Promise<{ readonly isMember: boolean; readonly hasOffer: boolean }> {
  const [row] = await tx.execute<{ isMember: boolean; hasOffer: boolean }>(sql`
    select exists (select 1 from memberships m where m.account_id = ${at.accountId} and m.unit_id = ${at.unitId}
        and m.state <> 'ended' and (m.state = 'suspended' or m.valid_until is null or m.valid_until >= ${at.today}))
        as "isMember",
      exists (select 1 from membership_offers o where o.account_id = ${at.accountId} and o.unit_id = ${at.unitId}
        and o.state = 'open' and o.expires_at > ${at.now.toISOString()}) as "hasOffer"`)
  return row ?? { isMember: false, hasOffer: false }
}

/** Adds an offer; an earlier one of the same unit that nobody answered in time gives way. */
export async function insertOffer(
  tx: Transaction,
  row: typeof membershipOffers.$inferInsert,
): Promise<string | undefined> {
  await tx
    .update(membershipOffers)
    .set({ state: "expired", decidedAt: row.offeredAt })
    .where(
      and(
        eq(membershipOffers.accountId, row.accountId),
        eq(membershipOffers.unitId, row.unitId),
        eq(membershipOffers.state, "open"),
        sql`${membershipOffers.expiresAt} <= ${row.offeredAt.toISOString()}`,
      ),
    )
  const [made] = await tx
    .insert(membershipOffers)
    .values(row)
    .onConflictDoNothing()
    .returning({ id: membershipOffers.id })
  return made?.id
}

/** Whether an account belongs to one of these units. */
export async function isMemberOfSome(
  db: Executor,
  accountId: string,
  unitIds: readonly string[],
): Promise<boolean> {
  if (unitIds.length === 0) return false
  const rows = await db.execute(sql`
    select 1 from memberships m where m.account_id = ${accountId} and m.unit_id in ${[...unitIds]}
      and m.state <> 'ended' limit 1`)
  return rows.length > 0
}

/** Holds the account to which an offer was made, then the offer: everybody takes them in this order. */
export async function lockOffer(tx: Transaction, offerId: string): Promise<Offer | undefined> {
  await tx.execute(sql`select 1 from accounts a where a.id =
    (select o.account_id from membership_offers o where o.id = ${offerId}) for update`)
  const [row] = await tx.select().from(membershipOffers).where(eq(membershipOffers.id, offerId)).for("update")
  return row
}

/** Ends an offer, one way or the other. */
export async function markOffer(
  tx: Transaction,
  offerId: string,
  to: { readonly state: "declined" | "withdrawn" | "expired"; readonly now: Date },
): Promise<void> {
  await tx
    .update(membershipOffers)
    .set({ state: to.state, decidedAt: to.now })
    .where(eq(membershipOffers.id, offerId))
}

/** Lets an offer wait anew from an instant on. */
export async function markOfferRenewed(
  tx: Transaction,
  offerId: string,
  to: { readonly offeredAt: Date; readonly expiresAt: Date },
): Promise<void> {
  await tx.update(membershipOffers).set(to).where(eq(membershipOffers.id, offerId))
}

/** Offers whose time is over while nobody answered. */
export async function listLapsedOffers(db: Executor, now: Date): Promise<string[]> {
  const rows = await db
    .select({ id: membershipOffers.id })
    .from(membershipOffers)
    .where(
      and(eq(membershipOffers.state, "open"), sql`${membershipOffers.expiresAt} <= ${now.toISOString()}`),
    )
    .limit(500)
  return rows.map(({ id }) => id)
}

/** How the owner of an account is reached, and whether anybody has come in yet. */
export async function findReach(db: Executor, accountId: string) {
  const [row] = await db
    .select({
      state: accounts.state,
      locale: accounts.locale,
      email: accounts.email,
      isVerified: sql<boolean>`${accounts.emailVerifiedAt} is not null`,
    })
    .from(accounts)
    .where(eq(accounts.id, accountId))
  return row
}

/** Whether an account belongs to any unit. */
export async function hasMembership(db: Executor, accountId: string): Promise<boolean> {
  const isCurrent = and(eq(memberships.accountId, accountId), ne(memberships.state, "ended"))
  return (await db.$count(memberships, isCurrent)) > 0
}

/** Another open offer to an account that nobody has used becomes the one by which its owner comes in. */
export async function markNextOfferFirst(
  tx: Transaction,
  accountId: string,
  now: Date,
): Promise<Offer | undefined> {
  const [row] = await tx
    .update(membershipOffers)
    .set({ isNewAccount: true })
    .where(sql`${membershipOffers.id} = (select o.id from membership_offers o where o.account_id = ${accountId}
      and o.state = 'open' and o.expires_at > ${now.toISOString()} order by o.offered_at limit 1)`)
    .returning()
  return row
}

/** An offer as its owner reads it. */
export type OwnOffer = {
  readonly id: string
  readonly unitTh: string
  readonly unitEn: string | null
  readonly post: string
  readonly orderText: string
  readonly validFrom: string
  readonly validUntil: string | null
  readonly offeredAt: Date
  readonly expiresAt: Date
}

/** The offers that wait for an account's owner. */
export async function listOwnOffers(db: Executor, accountId: string, now: Date): Promise<OwnOffer[]> {
  return db
    .select({
      id: membershipOffers.id,
      unitTh: units.nameTh,
      unitEn: units.nameEn,
      post: membershipOffers.post,
      orderText: membershipOffers.orderText,
      validFrom: membershipOffers.validFrom,
      validUntil: membershipOffers.validUntil,
      offeredAt: membershipOffers.offeredAt,
      expiresAt: membershipOffers.expiresAt,
    })
    .from(membershipOffers)
    .innerJoin(units, eq(units.id, membershipOffers.unitId))
    .where(
      and(
        eq(membershipOffers.accountId, accountId),
        eq(membershipOffers.state, "open"),
        sql`${membershipOffers.expiresAt} > ${now.toISOString()}`,
      ),
    )
    .orderBy(membershipOffers.offeredAt)
}

/** Name of a unit in both languages. */
export async function findUnitName(db: Executor, unitId: string) {
  const [row] = await db
    .select({ unitTh: units.nameTh, unitEn: units.nameEn })
    .from(units)
    .where(eq(units.id, unitId))
  return row
}
