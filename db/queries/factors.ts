import { and, asc, eq, inArray, isNotNull, isNull, sql } from "drizzle-orm"
import { hasPasskey, hasTotp } from "@/db/queries/factor-predicates"
import { recoveryCodes, totpFactors } from "@/db/schema/factors"
import { accounts } from "@/db/schema/identity"
import type { Executor, Transaction } from "@/db/types"

/** An authenticator app of an account. */
export type TotpFactor = typeof totpFactors.$inferSelect

/** The confirmed apps of an account, the oldest first. */
export async function listTotp(db: Executor, accountId: string): Promise<TotpFactor[]> {
  return db
    .select()
    .from(totpFactors)
    .where(and(eq(totpFactors.accountId, accountId), isNotNull(totpFactors.confirmedAt)))
    .orderBy(asc(totpFactors.createdAt))
}

/** The same, held, so that one code is not taken twice at once. */
export async function lockTotp(tx: Transaction, accountId: string): Promise<TotpFactor[]> {
  return tx
    .select()
    .from(totpFactors)
    .where(and(eq(totpFactors.accountId, accountId), isNotNull(totpFactors.confirmedAt)))
    .orderBy(asc(totpFactors.id))
    .for("update")
}

/** The app that waits for its first code, if any. */
export async function findPendingTotp(db: Executor, accountId: string): Promise<TotpFactor | undefined> {
  const [row] = await db
    .select()
    .from(totpFactors)
    .where(and(eq(totpFactors.accountId, accountId), isNull(totpFactors.confirmedAt)))
  return row
}

/** Puts an app that waits for its first code in the place of any before it. */
export async function replacePendingTotp(
  tx: Transaction,
  row: typeof totpFactors.$inferInsert,
): Promise<void> {
  await tx
    .delete(totpFactors)
    .where(and(eq(totpFactors.accountId, row.accountId), isNull(totpFactors.confirmedAt)))
  await tx.insert(totpFactors).values(row)
}

/** Confirms an app by its first code's step; false when it was confirmed meanwhile. */
export async function markTotpConfirmed(
  tx: Transaction,
  id: string,
  first: { readonly name: string; readonly step: number; readonly now: Date },
): Promise<boolean> {
  const { name, step, now } = first
  const rows = await tx
    .update(totpFactors)
    .set({ name, lastStep: step, confirmedAt: now, lastUsedAt: now })
    .where(and(eq(totpFactors.id, id), isNull(totpFactors.confirmedAt)))
    .returning({ id: totpFactors.id })
  return rows.length > 0
}

/** Uses a step of an app up; false when this or a later one was taken already. */
export async function markTotpStep(tx: Transaction, id: string, step: number, now: Date): Promise<boolean> {
  const rows = await tx
    .update(totpFactors)
    .set({ lastStep: step, lastUsedAt: now })
    .where(
      and(
        eq(totpFactors.id, id),
        sql`(${totpFactors.lastStep} is null or ${totpFactors.lastStep} < ${step})`,
      ),
    )
    .returning({ id: totpFactors.id })
  return rows.length > 0
}

/** Removes an app of an account. */
export async function deleteTotp(tx: Transaction, accountId: string, id: string): Promise<boolean> {
  const rows = await tx
    .delete(totpFactors)
    .where(and(eq(totpFactors.id, id), eq(totpFactors.accountId, accountId)))
    .returning({ id: totpFactors.id })
  return rows.length > 0
}

/** Puts new recovery codes in the place of all before them; with none, only ends those. */
export async function replaceRecoveryCodes(
  tx: Transaction,
  accountId: string,
  rows: readonly (typeof recoveryCodes.$inferInsert)[],
): Promise<void> {
  await tx.delete(recoveryCodes).where(eq(recoveryCodes.accountId, accountId))
  if (rows.length > 0) await tx.insert(recoveryCodes).values([...rows])
}

/** Uses a recovery code up: one statement, so that of two at once exactly one succeeds. */
export async function markRecoveryCodeUsed(
  tx: Transaction,
  accountId: string,
  hashes: readonly Buffer[],
  now: Date,
): Promise<boolean> {
  const rows = await tx
    .update(recoveryCodes)
    .set({ usedAt: now })
    .where(
      and(
        eq(recoveryCodes.accountId, accountId),
        inArray(recoveryCodes.codeHash, [...hashes]),
        isNull(recoveryCodes.usedAt),
      ),
    )
    .returning({ id: recoveryCodes.id })
  return rows.length > 0
}

/** How many recovery codes of an account are still good. */
export async function countRecoveryCodes(db: Executor, accountId: string): Promise<number> {
  return db.$count(recoveryCodes, and(eq(recoveryCodes.accountId, accountId), isNull(recoveryCodes.usedAt)))
}

/** How an account signs in and which factors stronger than a mailed code it has. */
export type FactorStanding = {
  readonly method: "password" | "thaid"
  readonly hasTotp: boolean
  readonly hasPasskey: boolean
}

/** How an account signs in and which factors it has. */
export async function findFactorStanding(db: Executor, accountId: string): Promise<FactorStanding> {
  const [row] = await db
    .select({
      method: accounts.signInMethod,
      hasTotp: hasTotp(sql`accounts.id`),
      hasPasskey: hasPasskey(sql`accounts.id`),
    })
    .from(accounts)
    .where(eq(accounts.id, accountId))
  return row ?? { method: "password", hasTotp: false, hasPasskey: false }
}

/** Whom to tell of a change, where the address is confirmed; the account is held, so that changes come one by one. */
export async function lockOwner(tx: Transaction, accountId: string) {
  const [row] = await tx
    .select({
      email: accounts.email,
      verifiedAt: accounts.emailVerifiedAt,
      locale: accounts.locale,
      method: accounts.signInMethod,
    })
    .from(accounts)
    .where(eq(accounts.id, accountId))
    .for("update")
  return row
}
