import { sql } from "drizzle-orm"
import type { FeedRow } from "@/db/schema/machine"
import type { Executor } from "@/db/types"

/** A webhook in the hands of one sender until `leasedUntil`. */
export type LeasedWebhook = {
  readonly systemCode: string
  readonly url: string
  readonly sector: string | null
  readonly failingSince: Date | null
  readonly leasedUntil: Date
}

/** Puts the calls of all active webhooks up to a place of the feed into the outbox; returns whether there were any. */
export async function settleQueue(db: Executor, upTo: number): Promise<boolean> {
  const rows = await db.execute<{ is: boolean }>(sql`
    with due as (select system_code, queued_to from webhooks where state = 'active' and queued_to < ${upTo}
        for update skip locked),
      fresh as (insert into webhook_calls (system_code, position, state)
        select c.system_code, c.position, 'waiting' from due d join system_changes c on c.system_code = d.system_code
        where c.position > d.queued_to and c.position <= ${upTo} on conflict do nothing returning 1)
    update webhooks w set queued_to = ${upTo} from due d where w.system_code = d.system_code
    returning exists (select 1 from fresh) as is`)
  return rows.some((row) => row.is)
}

/** Takes a webhook that has something to send and is not in another's hands. Without a secret nothing is sent. */
export async function leaseWebhook(
  db: Executor,
  now: Date,
  leasedUntil: Date,
): Promise<LeasedWebhook | undefined> {
  const at = now.toISOString()
  const [row] = await db.execute<
    Omit<LeasedWebhook, "leasedUntil" | "failingSince"> & { failingSince: string | null }
  >(sql`
    update webhooks w set leased_until = ${leasedUntil.toISOString()} from oidc_clients k
    where k.id = w.client_id and w.system_code = any(array(select h.system_code from webhooks h
      where h.state = 'active' and h.next_attempt_at <= ${at} and (h.leased_until is null or h.leased_until <= ${at})
        and exists (select 1 from webhook_calls c where c.system_code = h.system_code and c.state = 'waiting')
        and exists (select 1 from oidc_clients o where o.id = h.client_id and o.closed_at is null)
        and exists (select 1 from webhook_secrets s where s.system_code = h.system_code and s.ended_at is null)
      order by h.next_attempt_at limit 1 for update skip locked))
    returning w.system_code as "systemCode", w.url, k.sector, w.failing_since as "failingSince"`)
  return row && { ...row, failingSince: row.failingSince ? new Date(row.failingSince) : null, leasedUntil }
}

/** The secrets with which a system's calls are signed, sealed. */
export async function listSigningSecrets(
  db: Executor,
  systemCode: string,
): Promise<{ readonly id: string; readonly secretSealed: Buffer }[]> {
  const rows = await db.execute<{ id: string; secretSealed: Uint8Array }>(sql`
    select id, secret_sealed as "secretSealed" from webhook_secrets
    where system_code = ${systemCode} and ended_at is null order by created_at desc, id`)
  return rows.map(({ id, secretSealed }) => ({ id, secretSealed: Buffer.from(secretSealed) }))
}

/** The first call of a system that waits, with the entry that it tells and how often it was tried. */
export async function findNextCall(
  db: Executor,
  systemCode: string,
): Promise<(FeedRow & { readonly attempts: number }) | undefined> {
  const [row] = await db.execute<FeedRow & { position: string; attempts: number }>(sql`
    select w.position, c.system_code as "systemCode", c.kind, c.account_id as "accountId", c.unit_code as "unitCode",
      c.former_unit_code as "formerUnitCode", c.roles, c.valid_until as "validUntil", to_json(c.at)#>>'{}' as at,
      w.attempts
    from webhook_calls w join system_changes c on c.position = w.position
    where w.system_code = ${systemCode} and w.state = 'waiting' order by w.position limit 1`)
  return row && { ...row, position: Number(row.position) }
}

type Settled = {
  readonly webhook: LeasedWebhook
  readonly position: number
  readonly answer: string
  readonly now: Date
}

/** Only the holder of the lease may say what became of a call. */
const isHeld = ({ webhook }: Settled) =>
  sql`w.system_code = ${webhook.systemCode} and w.leased_until = ${webhook.leasedUntil.toISOString()}`

/** Records that a call was taken, and holds the webhook for longer. Returns nothing where the lease was lost. */
export async function settleDelivered(
  db: Executor,
  settled: Settled & { readonly leasedUntil: Date },
): Promise<LeasedWebhook | undefined> {
  const { webhook, position, answer, now, leasedUntil } = settled
  const at = now.toISOString()
  const rows = await db.execute(sql`
    with held as (update webhooks w set leased_until = ${leasedUntil.toISOString()}, failing_since = null
      where ${isHeld(settled)} returning 1)
    update webhook_calls set state = 'delivered', attempts = attempts + 1, last_attempt_at = ${at},
      last_answer = ${answer}, delivered_at = ${at}
    where system_code = ${webhook.systemCode} and position = ${position} and exists (select 1 from held)
    returning 1`)
  return rows.length > 0 ? { ...webhook, leasedUntil, failingSince: null } : undefined
}

/** Records that a call failed, and lets go of the webhook until it is tried again, or pauses it. */
export async function settleUndelivered(
  tx: Executor,
  settled: Settled & { readonly nextAttemptAt: Date; readonly pause: "failing" | "gone" | null },
): Promise<void> {
  const { webhook, position, answer, now, nextAttemptAt, pause } = settled
  const at = now.toISOString()
  await tx.execute(sql`
    with held as (update webhooks w set leased_until = null, failing_since = coalesce(w.failing_since, ${at}),
        next_attempt_at = ${nextAttemptAt.toISOString()}
        ${pause ? sql`, state = 'paused', paused_because = ${pause}, version = w.version + 1` : sql``}
      where ${isHeld(settled)} returning 1)
    update webhook_calls set attempts = attempts + 1, last_attempt_at = ${at}, last_answer = ${answer}
    where system_code = ${webhook.systemCode} and position = ${position} and exists (select 1 from held)`)
}

/** Lets go of a webhook that has nothing more to send. */
export async function settleIdle(db: Executor, webhook: LeasedWebhook, now: Date): Promise<void> {
  await db.execute(sql`
    update webhooks w set leased_until = null, next_attempt_at = ${now.toISOString()}
    where w.system_code = ${webhook.systemCode} and w.leased_until = ${webhook.leasedUntil.toISOString()}`)
}

/** Deletes calls whose entry is no longer kept. */
export async function purgeCalls(db: Executor): Promise<void> {
  await db.execute(sql`
    delete from webhook_calls where position < (select min(position) from system_changes)`)
}
