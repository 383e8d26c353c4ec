import { and, desc, eq, gt, inArray, isNotNull, isNull, sql } from "drizzle-orm"
import { isMembershipInForce, isUnitAdmin, today } from "@/db/queries/access"
import { type Dispute, disputeOf } from "@/db/queries/dispute-predicates"
import { accounts } from "@/db/schema/identity"
import { thaidAttempts } from "@/db/schema/signin"
import type { Executor, Transaction } from "@/db/types"

/** An errand to ThaiID, as it stands. */
export type ThaidAttempt = typeof thaidAttempts.$inferSelect

/** Adds an attempt. */
export async function insertThaidAttempt(
  tx: Transaction,
  row: typeof thaidAttempts.$inferInsert,
): Promise<void> {
  await tx.insert(thaidAttempts).values(row)
}

/** The attempt of a state, whose hash is given under each key of the ring, for a look. */
export async function findThaidAttempt(
  db: Executor,
  stateHashes: readonly Buffer[],
): Promise<ThaidAttempt | undefined> {
  const [row] = await db
    .select()
    .from(thaidAttempts)
    .where(inArray(thaidAttempts.stateHash, [...stateHashes]))
  return row
}

/** The same, held so that of two who bring the state at once, to whichever instance, one is first. */
export async function lockThaidAttempt(
  tx: Transaction,
  stateHashes: readonly Buffer[],
): Promise<ThaidAttempt | undefined> {
  const [row] = await tx
    .select()
    .from(thaidAttempts)
    .where(inArray(thaidAttempts.stateHash, [...stateHashes]))
    .for("update")
  return row
}

/** A used attempt that has no outcome yet, by its id. */
export async function findUsedAttempt(db: Executor, id: string): Promise<ThaidAttempt | undefined> {
  const [row] = await db
    .select()
    .from(thaidAttempts)
    .where(and(eq(thaidAttempts.id, id), isNotNull(thaidAttempts.usedAt), isNull(thaidAttempts.outcome)))
  return row
}

/** Uses an attempt up. */
export async function markAttemptUsed(tx: Transaction, id: string, now: Date): Promise<void> {
  await tx.update(thaidAttempts).set({ usedAt: now }).where(eq(thaidAttempts.id, id))
}

/** Writes how a used attempt ended; false when that was written before. */
export async function markAttemptOutcome(tx: Transaction, id: string, outcome: string): Promise<boolean> {
  const ended = await tx
    .update(thaidAttempts)
    .set({ outcome })
    .where(and(eq(thaidAttempts.id, id), isNull(thaidAttempts.outcome)))
    .returning({ id: thaidAttempts.id })
  return ended.length > 0
}

/** Keeps who was proved, sealed, with the attempt. */
export async function markProofKept(tx: Transaction, id: string, provedSealed: Buffer): Promise<void> {
  await tx.update(thaidAttempts).set({ provedSealed }).where(eq(thaidAttempts.id, id))
}

/** The newest proof that was kept for a browser (its hash under each key of the ring) since a time. */
export async function findKeptProof(
  db: Executor,
  browserHashes: readonly Buffer[],
  since: Date,
): Promise<{ readonly id: string; readonly provedSealed: Buffer } | undefined> {
  const [row] = await db
    .select({ id: thaidAttempts.id, provedSealed: thaidAttempts.provedSealed })
    .from(thaidAttempts)
    .where(
      and(
        inArray(thaidAttempts.browserHash, [...browserHashes]),
        isNotNull(thaidAttempts.provedSealed),
        gt(thaidAttempts.usedAt, since),
      ),
    )
    .orderBy(desc(thaidAttempts.usedAt))
    .limit(1)
  return row?.provedSealed ? { id: row.id, provedSealed: row.provedSealed } : undefined
}

/** Takes a kept proof away; false where somebody else has. */
export async function markProofTaken(tx: Transaction, id: string): Promise<boolean> {
  const taken = await tx
    .update(thaidAttempts)
    .set({ provedSealed: null })
    .where(and(eq(thaidAttempts.id, id), isNotNull(thaidAttempts.provedSealed)))
    .returning({ id: thaidAttempts.id })
  return taken.length > 0
}

/** What the door must know of a person whom ThaiID has proved. */
export type ProvedAccount = {
  readonly accountId: string
  readonly state: "invited" | "active" | "locked" | "suspended" | "closed"
  readonly email: string | null
  readonly emailVerified: boolean
  readonly locale: "th" | "en"
  /** Whether it is not known to be this person's: `new` until it is frozen, `frozen` and `settled` from then on. */
  readonly dispute: Dispute | null
  /** How many units the person works for today. */
  readonly seats: number
}

/** The account of the person with this number (its hash under each key of the ring), held while the door decides. */
export async function lockAccountOfPerson(
  tx: Transaction,
  nationalIdHashes: readonly Buffer[],
  now: Date,
): Promise<ProvedAccount | undefined> {
  const rows = await tx.execute<Record<keyof ProvedAccount, never> & ProvedAccount>(sql`
    select a.id as "accountId", a.state, a.email, a.email_verified_at is not null as "emailVerified",
      a.locale, ${disputeOf} as dispute,
      (select count(*)::int from memberships m where m.account_id = a.id and ${isMembershipInForce}) as seats
    from accounts a join persons p on p.id = a.person_id, ${today(now)}
    where p.national_id_hash in ${[...nationalIdHashes]} for update of a`)
  return rows[0]
}

/** The Department's setting of who must sign in by ThaiID, unparsed, with what the account is. */
export async function findThaidDuty(
  db: Executor,
  accountId: string,
  now: Date,
): Promise<{ readonly value: unknown; readonly isAdmin: boolean; readonly isDepartment: boolean }> {
  const [row] = await db.execute<{ value: unknown; isAdmin: boolean; isDepartment: boolean }>(sql`
    select (select value from settings where key = 'signin.thaid-duty' order by version desc limit 1) as value,
      exists (select 1 from memberships m where m.account_id = ${accountId} and ${isMembershipInForce}
        and ${isUnitAdmin}) as "isAdmin",
      exists (select 1 from department_posts dp where dp.account_id = ${accountId}
        and dp.ended_at is null) as "isDepartment"
    from ${today(now)}`)
  return row ?? { value: undefined, isAdmin: false, isDepartment: false }
}

/** Whether ThaiID has ever proved the account's person. */
export async function hasBeenProved(db: Executor, accountId: string): Promise<boolean> {
  const [row] = await db
    .select({ at: accounts.thaidProvedAt })
    .from(accounts)
    .where(eq(accounts.id, accountId))
  return Boolean(row?.at)
}

/** Records that ThaiID proved the account's person. */
export async function markProved(tx: Transaction, accountId: string, now: Date): Promise<void> {
  await tx.update(accounts).set({ thaidProvedAt: now }).where(eq(accounts.id, accountId))
}

/** Takes an invited account into use that signs in by ThaiID from now on. */
export async function markInvitedIn(tx: Transaction, accountId: string, now: Date): Promise<void> {
  await tx
    .update(accounts)
    .set({ state: "active", stateChangedAt: now, signInMethod: "thaid" })
    .where(and(eq(accounts.id, accountId), eq(accounts.state, "invited")))
}

/** How an account signs in. */
export type Method = {
  readonly method: "password" | "thaid"
  readonly changedAt: Date | null
  readonly hasPassword: boolean
}

const methodColumns = {
  method: accounts.signInMethod,
  changedAt: accounts.signInMethodChangedAt,
  hasPassword: sql<boolean>`${accounts.passwordHash} is not null`,
}

/** How an account signs in, for a screen. */
export async function findMethod(db: Executor, accountId: string): Promise<Method | undefined> {
  const [row] = await db.select(methodColumns).from(accounts).where(eq(accounts.id, accountId))
  return row
}

/** The same, held while it changes. */
export async function lockMethod(tx: Transaction, accountId: string): Promise<Method | undefined> {
  const [row] = await tx.select(methodColumns).from(accounts).where(eq(accounts.id, accountId)).for("update")
  return row
}

/** Changes how an account signs in. */
export async function markSignInMethod(
  tx: Transaction,
  at: { readonly accountId: string; readonly method: Method["method"]; readonly now: Date },
): Promise<void> {
  await tx
    .update(accounts)
    .set({ signInMethod: at.method, signInMethodChangedAt: at.now })
    .where(eq(accounts.id, at.accountId))
}
