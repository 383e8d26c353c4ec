import { and, asc, eq, gt, inArray, isNull, lt } from "drizzle-orm"
import { passkeyChallenges, passkeys } from "@/db/schema/factors"
import { accounts } from "@/db/schema/identity"
import type { Executor, Transaction } from "@/db/types"

/** A passkey of an account. */
export type Passkey = typeof passkeys.$inferSelect

/** The passkeys of an account, the oldest first; stopped ones too, for their owner to see. */
export async function listPasskeys(db: Executor, accountId: string): Promise<Passkey[]> {
  return db
    .select()
    .from(passkeys)
    .where(eq(passkeys.accountId, accountId))
    .orderBy(asc(passkeys.createdAt), asc(passkeys.id))
}

/** Adds a passkey; false where the same is known already, whoever's it is. */
export async function insertPasskey(tx: Transaction, row: typeof passkeys.$inferInsert): Promise<boolean> {
  const rows = await tx.insert(passkeys).values(row).onConflictDoNothing().returning({ id: passkeys.id })
  return rows.length > 0
}

/** Removes a passkey of an account. */
export async function deletePasskey(tx: Transaction, accountId: string, id: string): Promise<boolean> {
  const rows = await tx
    .delete(passkeys)
    .where(and(eq(passkeys.id, id), eq(passkeys.accountId, accountId)))
    .returning({ id: passkeys.id })
  return rows.length > 0
}

/** A passkey by the id that the browser tells, with its owner's standing at the door. */
export async function findPasskey(db: Executor, credentialId: string) {
  const [row] = await db
    .select({
      passkey: passkeys,
      state: accounts.state,
      method: accounts.signInMethod,
      email: accounts.email,
      emailVerifiedAt: accounts.emailVerifiedAt,
    })
    .from(passkeys)
    .innerJoin(accounts, eq(accounts.id, passkeys.accountId))
    .where(eq(passkeys.credentialId, credentialId))
  return row
}

/**
 * Moves the counter of a passkey on: one statement, so that of two equal answers at once exactly one counts. False when
 * the counter did not grow (devices that keep none always say 0), or the passkey was stopped.
 */
export async function markPasskeyUsed(
  tx: Transaction,
  id: string,
  counter: number,
  now: Date,
): Promise<boolean> {
  const grows = counter === 0 ? eq(passkeys.counter, 0) : lt(passkeys.counter, counter)
  const rows = await tx
    .update(passkeys)
    .set({ counter, lastUsedAt: now })
    .where(and(eq(passkeys.id, id), isNull(passkeys.stoppedAt), grows))
    .returning({ id: passkeys.id })
  return rows.length > 0
}

/** Stops a passkey; false when it was stopped before. */
export async function markPasskeyStopped(tx: Transaction, id: string, now: Date): Promise<boolean> {
  const rows = await tx
    .update(passkeys)
    .set({ stoppedAt: now })
    .where(and(eq(passkeys.id, id), isNull(passkeys.stoppedAt)))
    .returning({ id: passkeys.id })
  return rows.length > 0
}

/** Keeps a challenge until it is answered. */
export async function insertChallenge(
  tx: Transaction,
  row: typeof passkeyChallenges.$inferInsert,
): Promise<void> {
  await tx.insert(passkeyChallenges).values(row)
}

/** Uses a challenge up: one statement, so that of two answers at once, in whatever instance, one finds it. */
export async function takeChallenge(tx: Transaction, hashes: readonly Buffer[], now: Date): Promise<boolean> {
  const rows = await tx
    .delete(passkeyChallenges)
    .where(and(inArray(passkeyChallenges.keyHash, [...hashes]), gt(passkeyChallenges.expiresAt, now)))
    .returning({ keyHash: passkeyChallenges.keyHash })
  return rows.length > 0
}
