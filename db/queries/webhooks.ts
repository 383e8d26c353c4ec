import { and, desc, eq, isNull, sql } from "drizzle-orm"
import { accounts, persons } from "@/db/schema/identity"
import { oidcClients } from "@/db/schema/oidc"
import { systems } from "@/db/schema/systems"
import { webhookCalls, webhookSecrets, webhooks } from "@/db/schema/webhooks"
import type { Executor, Transaction } from "@/db/types"

/** A system's webhook as it stands. */
export type Webhook = typeof webhooks.$inferSelect

/** The system whose connections by program are looked at. */
export async function findWebhookSystem(db: Executor, code: string) {
  const [row] = await db
    .select({ code: systems.code, nameTh: systems.nameTh, nameEn: systems.nameEn })
    .from(systems)
    .where(eq(systems.code, code))
  return row
}

/** Its clients that are not closed, with what each may ask for by itself. */
export async function listProgramClients(db: Executor, systemCode: string) {
  return await db
    .select({
      id: oidcClients.id,
      name: oidcClients.name,
      isSandbox: oidcClients.isSandbox,
      machineScopes: oidcClients.machineScopes,
      version: oidcClients.version,
    })
    .from(oidcClients)
    .where(and(eq(oidcClients.systemCode, systemCode), isNull(oidcClients.closedAt)))
    .orderBy(oidcClients.isSandbox, oidcClients.createdAt)
}

/** One of them, held for a change. */
export async function lockProgramClient(tx: Transaction, systemCode: string, clientId: string) {
  const [row] = await tx
    .select({ version: oidcClients.version, isSandbox: oidcClients.isSandbox })
    .from(oidcClients)
    .where(
      and(eq(oidcClients.id, clientId), eq(oidcClients.systemCode, systemCode), isNull(oidcClients.closedAt)),
    )
    .for("update")
  return row
}

/** Says what a client may ask for in its own name. */
export async function markMachineScopes(
  tx: Transaction,
  clientId: string,
  machineScopes: string[],
): Promise<void> {
  await tx
    .update(oidcClients)
    .set({ machineScopes, version: sql`${oidcClients.version} + 1` })
    .where(eq(oidcClients.id, clientId))
}

/** A system's webhook, if it has one. */
export async function findWebhook(db: Executor, systemCode: string): Promise<Webhook | undefined> {
  const [row] = await db.select().from(webhooks).where(eq(webhooks.systemCode, systemCode))
  return row
}

/** The same, held for a change. */
export async function lockWebhook(tx: Transaction, systemCode: string): Promise<Webhook | undefined> {
  const [row] = await tx.select().from(webhooks).where(eq(webhooks.systemCode, systemCode)).for("update")
  return row
}

/** Adds one; two at once are told apart by what is returned. */
export async function insertWebhook(tx: Transaction, row: typeof webhooks.$inferInsert): Promise<boolean> {
  const made = await tx
    .insert(webhooks)
    .values(row)
    .onConflictDoNothing()
    .returning({ systemCode: webhooks.systemCode })
  return made.length === 1
}

/** Changes one. */
export async function markWebhook(
  tx: Transaction,
  systemCode: string,
  to: Partial<Omit<Webhook, "systemCode" | "version">>,
): Promise<void> {
  await tx
    .update(webhooks)
    .set({ ...to, version: sql`${webhooks.version} + 1` })
    .where(eq(webhooks.systemCode, systemCode))
}

/** The secrets that are valid, the newest first. */
export async function listWebhookSecrets(db: Executor, systemCode: string) {
  return await db
    .select({
      id: webhookSecrets.id,
      createdAt: webhookSecrets.createdAt,
      madeBy: sql<string | null>`${persons.givenNameTh} || ' ' || ${persons.familyNameTh}`,
      secretSealed: webhookSecrets.secretSealed,
    })
    .from(webhookSecrets)
    .leftJoin(accounts, eq(accounts.id, webhookSecrets.createdBy))
    .leftJoin(persons, eq(persons.id, accounts.personId))
    .where(and(eq(webhookSecrets.systemCode, systemCode), isNull(webhookSecrets.endedAt)))
    .orderBy(desc(webhookSecrets.createdAt), webhookSecrets.id)
}

/** Adds a secret. */
export async function insertWebhookSecret(
  tx: Transaction,
  row: typeof webhookSecrets.$inferInsert,
): Promise<void> {
  await tx.insert(webhookSecrets).values(row)
}

/** Ends a secret that is valid. */
export async function markWebhookSecretEnded(
  tx: Transaction,
  at: { readonly systemCode: string; readonly secretId: string; readonly now: Date },
): Promise<boolean> {
  const ended = await tx
    .update(webhookSecrets)
    .set({ endedAt: at.now })
    .where(
      and(
        eq(webhookSecrets.id, at.secretId),
        eq(webhookSecrets.systemCode, at.systemCode),
        isNull(webhookSecrets.endedAt),
      ),
    )
    .returning({ id: webhookSecrets.id })
  return ended.length === 1
}

/** Lets a call go out again. */
export async function markCallWaiting(
  tx: Transaction,
  systemCode: string,
  position: number,
): Promise<boolean> {
  const again = await tx
    .update(webhookCalls)
    .set({ state: "waiting" })
    .where(
      and(
        eq(webhookCalls.systemCode, systemCode),
        eq(webhookCalls.position, position),
        eq(webhookCalls.state, "delivered"),
      ),
    )
    .returning({ position: webhookCalls.position })
  return again.length === 1
}

/** A call as its report shows it. */
export type CallRow = {
  readonly position: number
  readonly kind: string
  readonly unitCode: string
  readonly at: string
  readonly state: "waiting" | "delivered"
  readonly attempts: number
  readonly lastAttemptAt: string | null
  readonly lastAnswer: string | null
  readonly deliveredAt: string | null
}

/** The newest calls of a system, of one state or of all, and how many there are of each. */
export async function listCalls(
  db: Executor,
  at: {
    readonly systemCode: string
    readonly state: string
    readonly limit: number
    readonly offset: number
  },
): Promise<{ waiting: number; delivered: number; calls: CallRow[] }> {
  const { systemCode, state, limit, offset } = at
  const [row] = await db.execute<{ waiting: number; delivered: number; calls: CallRow[] }>(sql`
    with counted as (select count(*) filter (where state = 'waiting')::int as waiting,
        count(*) filter (where state = 'delivered')::int as delivered
      from webhook_calls where system_code = ${systemCode}),
    page as (select w.position, c.kind, c.unit_code as "unitCode", c.at, w.state, w.attempts,
        w.last_attempt_at as "lastAttemptAt", w.last_answer as "lastAnswer", w.delivered_at as "deliveredAt"
      from webhook_calls w join system_changes c on c.position = w.position
      where w.system_code = ${systemCode} ${state ? sql`and w.state = ${state}` : sql``}
      order by w.position desc limit ${limit} offset ${offset})
    select waiting, delivered, coalesce((select json_agg(page order by page.position desc) from page), '[]') as calls
    from counted`)
  return row ?? { waiting: 0, delivered: 0, calls: [] }
}
