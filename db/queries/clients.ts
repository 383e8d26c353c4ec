import { and, eq, gt, isNull, or, sql } from "drizzle-orm"
import { oidcClientEvents } from "@/db/schema/clients"
import { accounts, persons } from "@/db/schema/identity"
import { oidcClientSecrets, oidcClients } from "@/db/schema/oidc"
import { systems } from "@/db/schema/systems"
import type { Database, Executor, Transaction } from "@/db/types"

/** A client as it stands. */
export type Client = typeof oidcClients.$inferSelect

/** What was heard of a client's request. */
export type ClientEvent = typeof oidcClientEvents.$inferSelect

/** The system whose clients are looked at. */
export async function findClientSystem(db: Executor, code: string) {
  const [row] = await db
    .select({ code: systems.code, nameTh: systems.nameTh, nameEn: systems.nameEn })
    .from(systems)
    .where(eq(systems.code, code))
  return row
}

/** The clients of a system: those that are open first, the real ones before those for trying out. */
export async function listClientsOf(db: Executor, systemCode: string): Promise<Client[]> {
  return await db
    .select()
    .from(oidcClients)
    .where(eq(oidcClients.systemCode, systemCode))
    .orderBy(sql`${oidcClients.closedAt} is not null`, oidcClients.isSandbox, oidcClients.createdAt)
}

/** One client of a system. */
export async function findClientOf(
  db: Executor,
  systemCode: string,
  id: string,
): Promise<Client | undefined> {
  const [row] = await db
    .select()
    .from(oidcClients)
    .where(and(eq(oidcClients.id, id), eq(oidcClients.systemCode, systemCode)))
  return row
}

/** A client, held for a change. */
export async function lockClient(tx: Transaction, id: string): Promise<Client | undefined> {
  const [row] = await tx.select().from(oidcClients).where(eq(oidcClients.id, id)).for("update")
  return row
}

/** A system, held while a client of it is made. */
export async function lockClientSystem(tx: Transaction, code: string) {
  const [row] = await tx
    .select({ code: systems.code, nameEn: systems.nameEn })
    .from(systems)
    .where(eq(systems.code, code))
    .for("update")
  return row
}

/** Adds a client. */
export async function insertClient(tx: Transaction, row: typeof oidcClients.$inferInsert): Promise<void> {
  await tx.insert(oidcClients).values(row)
}

/** Changes a client; its version moves. */
export async function markClient(
  tx: Transaction,
  id: string,
  to: Partial<typeof oidcClients.$inferInsert>,
): Promise<void> {
  await tx
    .update(oidcClients)
    .set({ ...to, version: sql`${oidcClients.version} + 1` })
    .where(eq(oidcClients.id, id))
}

const isValid = (now: Date) => or(isNull(oidcClientSecrets.endsAt), gt(oidcClientSecrets.endsAt, now))

/** The secrets of a client that are valid now, the oldest first; never what they are. */
export async function listSecrets(db: Executor, clientId: string, now: Date) {
  return await db
    .select({
      id: oidcClientSecrets.id,
      createdAt: oidcClientSecrets.createdAt,
      endsAt: oidcClientSecrets.endsAt,
      lastUsedAt: oidcClientSecrets.lastUsedAt,
      madeBy: sql<string | null>`${persons.givenNameTh} || ' ' || ${persons.familyNameTh}`,
    })
    .from(oidcClientSecrets)
    .leftJoin(accounts, eq(accounts.id, oidcClientSecrets.createdBy))
    .leftJoin(persons, eq(persons.id, accounts.personId))
    .where(and(eq(oidcClientSecrets.clientId, clientId), isValid(now)))
    .orderBy(oidcClientSecrets.createdAt)
}

/** Adds a secret's hash; returns its id. */
export async function insertSecret(
  tx: Transaction,
  row: typeof oidcClientSecrets.$inferInsert,
): Promise<string> {
  const [made] = await tx.insert(oidcClientSecrets).values(row).returning({ id: oidcClientSecrets.id })
  return made?.id ?? ""
}

/** Sets when a valid secret of a client ends; `false` where there is none of that id. */
export async function markSecretEnds(
  tx: Transaction,
  { clientId, secretId, endsAt, now }: { clientId: string; secretId: string; endsAt: Date; now: Date },
): Promise<boolean> {
  const ended = await tx
    .update(oidcClientSecrets)
    .set({ endsAt })
    .where(and(eq(oidcClientSecrets.id, secretId), eq(oidcClientSecrets.clientId, clientId), isValid(now)))
    .returning({ id: oidcClientSecrets.id })
  return ended.length === 1
}

/** What was heard of a client of late, the newest first. */
export async function listClientEvents(db: Executor, clientId: string, most: number): Promise<ClientEvent[]> {
  return await db
    .select()
    .from(oidcClientEvents)
    .where(eq(oidcClientEvents.clientId, clientId))
    .orderBy(sql`${oidcClientEvents.id} desc`)
    .limit(most)
}

/** Notes what was heard of a client; of more than `most` rows the oldest go. */
export async function insertClientEvent(
  db: Database,
  row: typeof oidcClientEvents.$inferInsert,
  most: number,
): Promise<void> {
  await db.insert(oidcClientEvents).values(row)
  await db.execute(sql`delete from oidc_client_events e where e.client_id = ${row.clientId} and e.id <= (
    select o.id from oidc_client_events o where o.client_id = ${row.clientId} order by o.id desc
    offset ${most} limit 1)`)
}

/** Deletes what was heard before. */
export async function purgeClientEvents(db: Executor, before: Date): Promise<void> {
  await db.execute(sql`delete from oidc_client_events where at < ${before.toISOString()}`)
}

/** Notes that a secret was used, to the hour. */
export async function touchClientSecret(db: Executor, secretHash: Buffer, now: Date): Promise<void> {
  await db.execute(sql`update oidc_client_secrets set last_used_at = ${now.toISOString()}
    where secret_hash = ${secretHash} and (last_used_at is null or last_used_at < ${new Date(now.getTime() - 3_600_000).toISOString()})`)
}
