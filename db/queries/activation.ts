import { eq, sql } from "drizzle-orm"
import { activationCodes, activations } from "@/db/schema/activation"
import type { Executor, Transaction } from "@/db/types"
import { advisoryLocks } from "./advisory-locks"
import { unitIdOf } from "./unit-predicates"

/** A code as its row stands. */
export type CodeRow = typeof activationCodes.$inferSelect

/** What a code opened, as its row stands. */
export type ActivationRow = typeof activations.$inferSelect

/** From here to the end of the transaction nobody else issues codes. */
export async function lockIssuing(tx: Transaction): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(${advisoryLocks.activationCodes})`)
}

/** Adds codes. */
export async function insertCodes(
  tx: Transaction,
  rows: readonly (typeof activationCodes.$inferInsert)[],
): Promise<void> {
  await tx.insert(activationCodes).values([...rows])
}

/**
 * Ends the live codes of units because newer ones take their place, and what they had opened.
 *
 * @returns the orders that those were filling in
 */
export async function markSupersededCodes(
  tx: Transaction,
  unitIds: readonly string[],
  now: Date,
): Promise<string[]> {
  const at = now.toISOString()
  const ended = await tx.execute<{ id: string }>(sql`
    update activation_codes set ended_at = ${at}, code_sealed = null
    where unit_id in ${[...unitIds]} and used_at is null and ended_at is null returning id`)
  if (ended.length === 0) return []
  const rows = await tx.execute<{ orderId: string }>(sql`
    select order_id as "orderId" from activations where code_id in ${ended.map(({ id }) => id)}`)
  return rows.map(({ orderId }) => orderId)
}

/** The live code of a unit by the unit's code, held: of two who type it at once one is first. */
export async function lockLiveCode(tx: Transaction, unitCode: string): Promise<CodeRow | undefined> {
  const [found] = await tx.execute<{ id: string }>(sql`
    select c.id from activation_codes c
    where c.unit_id = ${unitIdOf(unitCode)} and c.used_at is null and c.ended_at is null for update of c`)
  const [row] = await tx
    .select()
    .from(activationCodes)
    .where(eq(activationCodes.id, found?.id ?? noId))
  return row
}

const noId = "00000000-0000-0000-0000-000000000000"

/** What a browser's token, or an order, leads to, with its code. */
export type OpenedRow = { readonly activation: ActivationRow; readonly code: CodeRow }

/** Which one: by a browser's token (hashed under each key of the ring), by its order, or by its code. */
export type OpenedKey =
  | { readonly tokenHashes: readonly Buffer[] }
  | { readonly orderId: string }
  | { readonly codeId: string }

/** What a code opened, as it stands, not held. */
export async function findOpened(db: Executor, key: OpenedKey): Promise<OpenedRow | undefined> {
  const [row] = await db
    .select({ activation: activations, code: activationCodes })
    .from(activations)
    .innerJoin(activationCodes, eq(activationCodes.id, activations.codeId))
    .where(isMeant(key))
  return row
}

/** The same, held by its code, which is locked before case and order everywhere. */
export async function lockOpened(tx: Transaction, key: OpenedKey): Promise<OpenedRow | undefined> {
  const seen = await findOpened(tx, key)
  if (!seen) return undefined
  await tx.execute(sql`select 1 from activation_codes where id = ${seen.code.id} for update`)
  return findOpened(tx, key)
}

function isMeant(key: OpenedKey) {
  if ("orderId" in key) return eq(activations.orderId, key.orderId)
  if ("codeId" in key) return eq(activations.codeId, key.codeId)
  return sql`${activations.tokenHash} in ${[...key.tokenHashes]}`
}

/** Opens a code for the first time. */
export async function insertOpened(tx: Transaction, row: typeof activations.$inferInsert): Promise<void> {
  await tx.insert(activations).values(row)
}

/** Changes what a code opened. */
export async function markOpened(
  tx: Transaction,
  id: string,
  to: Partial<typeof activations.$inferInsert>,
): Promise<void> {
  await tx.update(activations).set(to).where(eq(activations.id, id))
}

/** A code has served: its form was handed in. */
export async function markCodeUsed(tx: Transaction, id: string, now: Date): Promise<void> {
  await tx.update(activationCodes).set({ usedAt: now, codeSealed: null }).where(eq(activationCodes.id, id))
}

/** Forgets the codes themselves of what was issued before an instant: they are printed by then, or issued anew. */
export async function purgeSealedCodes(db: Executor, before: Date): Promise<void> {
  await db.execute(sql`
    update activation_codes set code_sealed = null
    where code_sealed is not null and issued_at < ${before.toISOString()}`)
}
