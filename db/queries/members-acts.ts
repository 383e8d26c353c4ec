import { and, eq, ne, sql } from "drizzle-orm"
import { memberships } from "@/db/schema/access"
import { accounts } from "@/db/schema/identity"
import type { Executor, Transaction } from "@/db/types"
import { isMembershipInForce, isUnitAdmin, today } from "./access"
import { advisoryLocks } from "./advisory-locks"
import { hasWorkingAdmin, unitIdOf } from "./unit-predicates"

/** A membership and its account, both held. */
export type HeldMember = typeof memberships.$inferSelect & {
  readonly accountState: (typeof accounts.$inferSelect)["state"]
}

/** Holds a member of a unit: the account first, as everybody does, then the membership. */
export async function lockMember(
  tx: Transaction,
  at: { readonly unitId: string; readonly membershipId: string },
): Promise<HeldMember | undefined> {
  const isMeant = and(eq(memberships.id, at.membershipId), eq(memberships.unitId, at.unitId))
  const [seen] = await tx.select({ accountId: memberships.accountId }).from(memberships).where(isMeant)
  if (!seen) return undefined
  const [account] = await tx
    .select({ state: accounts.state })
    .from(accounts)
    .where(eq(accounts.id, seen.accountId))
    .for("update")
  const [row] = await tx.select().from(memberships).where(isMeant).for("update")
  return row && account && { ...row, accountState: account.state }
}

/** The id of the unit of a code. */
export async function findUnitIdBy(db: Executor, code: string): Promise<string | undefined> {
  const [row] = await db.execute<{ id: string }>(sql`select ${unitIdOf(code)} as id`)
  return row?.id ?? undefined
}

/** Changes a membership; its version moves. */
export async function markMembership(
  tx: Transaction,
  membershipId: string,
  to: Partial<typeof memberships.$inferInsert>,
): Promise<void> {
  await tx
    .update(memberships)
    .set({ ...to, version: sql`${memberships.version} + 1` })
    .where(eq(memberships.id, membershipId))
}

/** Changes the state of an account, with who did it and why. */
export async function markAccount(
  tx: Transaction,
  accountId: string,
  to: Pick<
    typeof accounts.$inferInsert,
    "state" | "stateReason" | "stateChangedAt" | "stateChangedBy" | "suspendedUntil"
  >,
): Promise<void> {
  await tx.update(accounts).set(to).where(eq(accounts.id, accountId))
}

/** Whether an account may act anywhere today: by a membership in force or a role of the Department. */
export async function mayActSomewhere(tx: Transaction, accountId: string, now: Date): Promise<boolean> {
  const rows = await tx.execute(sql`
    select 1 from memberships m, ${today(now)} where m.account_id = ${accountId} and ${isMembershipInForce}
    union all
    select 1 from department_posts dp where dp.account_id = ${accountId} and dp.ended_at is null limit 1`)
  return rows.length > 0
}

/** Serialises those who take an SSO Admin from a unit at the same moment. */
export async function holdUnitAdmins(tx: Transaction, unitId: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(${advisoryLocks.unitAdmins}, hashtext(${unitId}))`)
}

/** Whether a membership is the one by which its unit has a working SSO Admin today, and no other is. */
export async function isLastAdmin(
  db: Executor,
  at: { readonly unitId: string; readonly membershipId: string; readonly now: Date },
): Promise<boolean> {
  const [row] = await db.execute<{ isLast: boolean }>(sql`
    select ${hasWorkingAdmin(sql`${at.unitId}::uuid`, at.now)} and not exists (
        select 1 from memberships m join accounts a on a.id = m.account_id, ${today(at.now)}
        where m.unit_id = ${at.unitId} and m.id <> ${at.membershipId} and a.state = 'active'
          and ${isMembershipInForce} and ${isUnitAdmin}
          and (a.powers_held_until is null or a.powers_held_until <= ${at.now.toISOString()})) as "isLast"`)
  return row?.isLast === true
}

/** The memberships of an account that have not ended, by unit: whoever holds several units takes them in this order. */
export async function listCurrent(
  tx: Transaction,
  accountId: string,
): Promise<{ readonly id: string; readonly unitId: string }[]> {
  return tx
    .select({ id: memberships.id, unitId: memberships.unitId })
    .from(memberships)
    .where(and(eq(memberships.accountId, accountId), ne(memberships.state, "ended")))
    .orderBy(memberships.unitId)
}

/** Suspensions whose last day is over end by themselves; returns how many of memberships and accounts. */
export async function markSuspensionsOver(
  tx: Transaction,
  at: { readonly day: string; readonly now: Date },
): Promise<number> {
  const { day, now } = at
  const restored = await tx.execute(sql`
    update memberships set state = 'active', state_reason = '', suspended_until = null,
      state_changed_at = ${now.toISOString()}, state_changed_by = null, version = version + 1
    where state = 'suspended' and suspended_until < ${day} returning id`)
  const opened = await tx.execute(sql`
    update accounts set state = 'active', state_reason = '', suspended_until = null,
      state_changed_at = ${now.toISOString()}, state_changed_by = null
    where state = 'suspended' and suspended_until < ${day} returning id`)
  return restored.length + opened.length
}

/** Closes the open offers to an account, because the account is closed. */
export async function markOffersVoid(tx: Transaction, accountId: string, now: Date): Promise<void> {
  await tx.execute(sql`
    update membership_offers set state = 'expired', decided_at = ${now.toISOString()}
    where account_id = ${accountId} and state = 'open'`)
}
