import { and, eq, gt, inArray, isNull } from "drizzle-orm"
import { alarms } from "@/db/schema/alarms"
import type { Executor, Transaction } from "@/db/types"

/** A link “this wasn't me”, as it stands. */
export type Alarm = typeof alarms.$inferSelect

/** Adds a link. */
export async function insertAlarm(tx: Transaction, row: typeof alarms.$inferInsert): Promise<void> {
  await tx.insert(alarms).values(row)
}

/** The link of a token, whose hash is given under each key of the ring. */
export async function findAlarmOf(db: Executor, hashes: readonly Buffer[]): Promise<Alarm | undefined> {
  const [row] = await db
    .select()
    .from(alarms)
    .where(inArray(alarms.tokenHash, [...hashes]))
  return row
}

/** Uses a link up while it lives: one statement, so that of two at once exactly one succeeds. */
export async function markAlarmUsed(
  tx: Transaction,
  hashes: readonly Buffer[],
  now: Date,
): Promise<string | undefined> {
  const [row] = await tx
    .update(alarms)
    .set({ usedAt: now })
    .where(and(inArray(alarms.tokenHash, [...hashes]), isNull(alarms.usedAt), gt(alarms.expiresAt, now)))
    .returning({ accountId: alarms.accountId })
  return row?.accountId ?? undefined
}

/** Uses up every other link of an account: it is locked, and nothing is left for them to do. */
export async function markAlarmsUsed(tx: Transaction, accountId: string, now: Date): Promise<void> {
  await tx
    .update(alarms)
    .set({ usedAt: now })
    .where(and(eq(alarms.accountId, accountId), isNull(alarms.usedAt)))
}
