import { and, eq, gt, isNull, lt, sql } from "drizzle-orm"
import { advisoryLocks } from "@/db/queries/advisory-locks"
import { oidcClients, oidcKeys, oidcPayloads } from "@/db/schema/oidc"
import type { Database, Executor, Transaction } from "@/db/types"

/** A row of what the provider keeps, with the value's hash in place of the value. */
export type PayloadRow = typeof oidcPayloads.$inferInsert

/** A client as the console saved it. */
export type ClientRow = typeof oidcClients.$inferSelect

/** A key of the provider, still sealed. */
export type KeyRow = typeof oidcKeys.$inferSelect

/** Writes a row of what the provider keeps, in place of the one of the same value. */
export async function savePayload(db: Executor, row: PayloadRow): Promise<void> {
  const { model: _model, idHash: _idHash, ...set } = row
  await db
    .insert(oidcPayloads)
    .values(row)
    .onConflictDoUpdate({ target: [oidcPayloads.model, oidcPayloads.idHash], set })
}

const kept = { payload: oidcPayloads.payload, consumedAt: oidcPayloads.consumedAt }

/** What is kept under a value, unless its time is over. */
export async function findPayload(db: Executor, model: string, idHash: Buffer, now: Date) {
  const [row] = await db
    .select(kept)
    .from(oidcPayloads)
    .where(
      and(eq(oidcPayloads.model, model), eq(oidcPayloads.idHash, idHash), gt(oidcPayloads.expiresAt, now)),
    )
  return row
}

/** A session of the provider by the name that its tokens know it by. */
export async function findPayloadByUid(db: Executor, uid: string, now: Date) {
  const [row] = await db
    .select(kept)
    .from(oidcPayloads)
    .where(and(eq(oidcPayloads.uid, uid), gt(oidcPayloads.expiresAt, now)))
  return row
}

/** Marks a code or token as used. Of any number at once exactly one is told `true` (RFC 6749 §4.1.2, RFC 9700 §4.14). */
export async function consumePayload(
  db: Executor,
  model: string,
  idHash: Buffer,
  now: Date,
): Promise<boolean> {
  const used = await db
    .update(oidcPayloads)
    .set({ consumedAt: now })
    .where(
      and(eq(oidcPayloads.model, model), eq(oidcPayloads.idHash, idHash), isNull(oidcPayloads.consumedAt)),
    )
    .returning({ model: oidcPayloads.model })
  return used.length === 1
}

/** Whether a code was this client's and came too late; nobody can present it any more. */
export async function wasLate(
  db: Executor,
  { idHash, clientId }: { readonly idHash: Buffer; readonly clientId: string },
  now: Date,
): Promise<boolean> {
  const [row] = await db
    .select({ model: oidcPayloads.model })
    .from(oidcPayloads)
    .where(
      and(
        eq(oidcPayloads.model, "AuthorizationCode"),
        eq(oidcPayloads.idHash, idHash),
        lt(oidcPayloads.expiresAt, now),
        sql`${oidcPayloads.payload} ->> 'clientId' = ${clientId}`,
      ),
    )
  return row !== undefined
}

/** Forgets what is kept under a value. */
export async function deletePayload(db: Executor, model: string, idHash: Buffer): Promise<void> {
  await db.delete(oidcPayloads).where(and(eq(oidcPayloads.model, model), eq(oidcPayloads.idHash, idHash)))
}

/** Forgets every code and token of a grant. */
export async function deletePayloadsOfGrant(db: Executor, grantId: string): Promise<void> {
  await db.delete(oidcPayloads).where(eq(oidcPayloads.grantId, grantId))
}

/** Deletes what nobody can present any more. */
export async function purgeOidcPayloads(db: Database, before: Date): Promise<void> {
  await db.delete(oidcPayloads).where(lt(oidcPayloads.expiresAt, before))
}

/** A client that is not closed. */
export async function findClient(db: Executor, id: string): Promise<ClientRow | undefined> {
  const [row] = await db
    .select()
    .from(oidcClients)
    .where(and(eq(oidcClients.id, id), isNull(oidcClients.closedAt)))
  return row
}

/** All keys of the provider, the newest first. */
export async function listKeys(db: Executor): Promise<KeyRow[]> {
  return await db.select().from(oidcKeys).orderBy(sql`${oidcKeys.createdAt} desc`, oidcKeys.kid)
}

/** Adds a key. */
export async function insertKey(tx: Transaction, row: typeof oidcKeys.$inferInsert): Promise<void> {
  await tx.insert(oidcKeys).values(row)
}

/** Lets the key that signed until now only prove, and the next one sign. */
export async function turnKeys(
  tx: Transaction,
  use: KeyRow["use"],
  now: Date,
): Promise<{ readonly retired: number; readonly activated: number }> {
  const retired = await tx
    .update(oidcKeys)
    .set({ state: "retired", retiredAt: now })
    .where(and(eq(oidcKeys.use, use), eq(oidcKeys.state, "active")))
    .returning({ kid: oidcKeys.kid })
  const activated = await tx
    .update(oidcKeys)
    .set({ state: "active", activatedAt: now })
    .where(and(eq(oidcKeys.use, use), eq(oidcKeys.state, "next")))
    .returning({ kid: oidcKeys.kid })
  return { retired: retired.length, activated: activated.length }
}

/** Drops keys that were retired before an instant; returns how many. */
export async function deleteRetiredKeys(tx: Transaction, before: Date): Promise<number> {
  const gone = await tx
    .delete(oidcKeys)
    .where(and(eq(oidcKeys.state, "retired"), lt(oidcKeys.retiredAt, before)))
    .returning({ kid: oidcKeys.kid })
  return gone.length
}

/** One at a time looks after the keys. */
export async function lockKeys(tx: Transaction): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(${advisoryLocks.oidcKeys})`)
}
