import { and, eq, inArray, isNull, type SQL, sql } from "drizzle-orm"
import { isMembershipInForce, today, type UnitAdmin, unitAdminsJson } from "@/db/queries/access"
import { isOpenClaim } from "@/db/queries/dispute-predicates"
import { accounts } from "@/db/schema/identity"
import { recoveries } from "@/db/schema/recovery"
import type { Executor, Transaction } from "@/db/types"

/** How the account to be recovered is found: as at the door. */
export type RecoveryKey =
  | { readonly nationalIdHashes: readonly Buffer[] }
  | { readonly usernameKey: string }
  | { readonly accountId: string }

/** What a way back needs to know of an account. */
export type Recoverable = {
  readonly accountId: string
  readonly state: "invited" | "active" | "locked" | "suspended" | "closed"
  readonly lockedReason: "alarm" | "disputed" | null
  readonly stateChangedAt: Date
  readonly signInMethod: "password" | "thaid"
  readonly username: string | null
  readonly email: string | null
  readonly emailVerified: boolean
  readonly locale: "th" | "en"
}

/** The account that is meant, in one statement; nothing where there is none. */
export async function findRecoverable(db: Executor, key: RecoveryKey): Promise<Recoverable | undefined> {
  const [row] = await recoverable(db, key)
  return row
}

/** The same, held while it is recovered. */
export async function lockRecoverable(tx: Transaction, accountId: string): Promise<Recoverable | undefined> {
  const [row] = await recoverable(tx, { accountId }).for("update")
  return row
}

const recoverable = (db: Executor, key: RecoveryKey) =>
  db
    .select({
      accountId: accounts.id,
      state: accounts.state,
      lockedReason: accounts.lockedReason,
      stateChangedAt: accounts.stateChangedAt,
      signInMethod: accounts.signInMethod,
      username: accounts.username,
      email: accounts.email,
      emailVerified: sql<boolean>`${accounts.emailVerifiedAt} is not null`,
      locale: accounts.locale,
    })
    .from(accounts)
    .where(isMeant(key))

function isMeant(key: RecoveryKey): SQL {
  if ("accountId" in key) return eq(accounts.id, key.accountId)
  if ("usernameKey" in key) return eq(accounts.usernameKey, key.usernameKey)
  return sql`${accounts.personId} in (select id from persons where national_id_hash in ${[...key.nationalIdHashes]})`
}

/** A way back, as it stands. */
export type Recovery = typeof recoveries.$inferSelect

/** Adds a way back. */
export async function insertRecovery(tx: Transaction, row: typeof recoveries.$inferInsert): Promise<void> {
  await tx.insert(recoveries).values(row)
}

/** The way back of a token, whose hash is given under each key of the ring. */
export async function findRecovery(db: Executor, hashes: readonly Buffer[]): Promise<Recovery | undefined> {
  const [row] = await recoveryOf(db, hashes)
  return row
}

/** The same, held: two guesses, or two new passwords, come one after the other. */
export async function lockRecovery(
  tx: Transaction,
  hashes: readonly Buffer[],
): Promise<Recovery | undefined> {
  const [row] = await recoveryOf(tx, hashes).for("update")
  return row
}

const recoveryOf = (db: Executor, hashes: readonly Buffer[]) =>
  db
    .select()
    .from(recoveries)
    .where(inArray(recoveries.tokenHash, [...hashes]))

/** Takes one guess off a way back. */
export async function markRecoveryGuessed(tx: Transaction, id: string): Promise<void> {
  await tx
    .update(recoveries)
    .set({ guessesLeft: sql`${recoveries.guessesLeft} - 1` })
    .where(eq(recoveries.id, id))
}

/** Records by what the person was proved, and until when he may set a password. Its code is gone. */
export async function markRecoveryProved(
  tx: Transaction,
  id: string,
  to: { readonly proof: NonNullable<Recovery["proof"]>; readonly expiresAt: Date },
): Promise<void> {
  await tx
    .update(recoveries)
    .set({ ...to, codeHash: null })
    .where(eq(recoveries.id, id))
}

/** Closes a way back, or every open one of an account; returns how many. */
export async function markRecoveriesClosed(
  tx: Transaction,
  which: { readonly id: string } | { readonly accountId: string },
  reason: NonNullable<Recovery["closedReason"]>,
  now: Date,
): Promise<number> {
  const isMeantHere = "id" in which ? eq(recoveries.id, which.id) : eq(recoveries.accountId, which.accountId)
  const closed = await tx
    .update(recoveries)
    .set({ closedAt: now, closedReason: reason })
    .where(and(isMeantHere, isNull(recoveries.closedAt)))
    .returning({ id: recoveries.id })
  return closed.length
}

/** Takes a recovered account back into use; `powersHeldUntil` is null where ThaiID proved the person. */
export async function markRecovered(
  tx: Transaction,
  accountId: string,
  at: { readonly powersHeldUntil: Date | null; readonly now: Date },
): Promise<void> {
  const isLocked = sql`${accounts.state} = 'locked'`
  await tx
    .update(accounts)
    .set({
      powersHeldUntil: at.powersHeldUntil,
      stateChangedAt: sql`case when ${isLocked} then ${at.now.toISOString()}::timestamptz else ${accounts.stateChangedAt} end`,
      state: sql`case when ${isLocked} then 'active' else ${accounts.state} end`,
      lockedReason: null,
      disputedFrom: null,
      disputeDecidedAt: sql`case when ${accounts.lockedReason} = 'disputed' then ${at.now.toISOString()}::timestamptz else ${accounts.disputeDecidedAt} end`,
    })
    .where(eq(accounts.id, accountId))
}

/** Locks an account that is in use, because its owner said “this wasn't me”. */
export async function markLocked(tx: Transaction, accountId: string, now: Date): Promise<boolean> {
  const locked = await tx
    .update(accounts)
    .set({ state: "locked", stateChangedAt: now, lockedReason: "alarm" })
    .where(and(eq(accounts.id, accountId), eq(accounts.state, "active")))
    .returning({ id: accounts.id })
  return locked.length > 0
}

/** Whether a claim to an account, by somebody whom ThaiID proved, is open. */
export async function hasOpenClaim(db: Executor, accountId: string, now: Date): Promise<boolean> {
  const rows = await db.execute(sql`
    select 1 from registrations r where r.disputed_account_id = ${accountId} and ${isOpenClaim(now)} limit 1`)
  return rows.length > 0
}

/** A unit with those who can help there. */
export type Helper = {
  readonly code: string
  readonly nameTh: string
  readonly nameEn: string | null
  readonly admins: readonly Omit<UnitAdmin, "unitId">[]
}

/** The units where an account has a membership and the offices directly above them, each with its SSO Admins of today. */
export async function listHelpers(db: Executor, accountId: string, now: Date): Promise<Helper[]> {
  const rows = await db.execute<Helper>(sql`
    with mine as (select u.* from memberships m join units u on u.id = m.unit_id, ${today(now)}
      where m.account_id = ${accountId} and ${isMembershipInForce})
    select u.code, u.name_th as "nameTh", u.name_en as "nameEn", ${unitAdminsJson(sql`u.id`, now)} as admins
    from units u where u.id in (select id from mine union select parent_id from mine)
    order by length(u.path) desc, u.path`)
  return [...rows]
}
