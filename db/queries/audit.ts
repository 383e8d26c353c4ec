import { type SQL, sql } from "drizzle-orm"
import { prebuilt } from "@/db/prebuilt"
import { type auditEvents, auditMonths, auditSeals } from "@/db/schema/audit"
import type { Executor, Transaction } from "@/db/types"
import { advisoryLocks } from "./advisory-locks"

/** A row of the audit, as the kernel writes it. */
export type AuditEventRow = Omit<typeof auditEvents.$inferInsert, "seq">

/** A link of the chain, as the sealing job writes it. */
export type SealRow = typeof auditSeals.$inferInsert

/** A closed month. */
export type MonthRow = typeof auditMonths.$inferSelect

/** An event in text, to the microsecond, with the month whose chain it belongs to. */
export type EventTextRow = {
  readonly seq: string
  readonly at: string
  readonly month: string
  readonly action: string
  readonly actorKind: string
  readonly actorId: string | null
  readonly sessionId: string | null
  readonly subjectId: string | null
  readonly unitId: string | null
  readonly refusal: string | null
  readonly requestId: string
  /** jsonb in PostgreSQL's own output, whose order of keys is fixed. */
  readonly detail: string
}

/** Adds an event. There is no update and no delete: the portal's role holds neither right. */
export async function insertAuditEvent(tx: Transaction, event: AuditEventRow): Promise<void> {
  const { at, sessionId = null, subjectId = null, unitId = null, refusal = null, ...given } = event
  const { actorId = null, detail, ...rest } = given
  const values = { ...rest, at: at.toISOString(), actorId, sessionId, subjectId, unitId, refusal }
  await auditEvent(tx, { ...values, detail: JSON.stringify(detail ?? {}) })
}

const auditEvent = prebuilt(
  [
    "at",
    "action",
    "actorKind",
    "actorId",
    "sessionId",
    "subjectId",
    "unitId",
    "refusal",
    "requestId",
    "detail",
  ],
  (given) => sql`insert into audit_events
      (at, action, actor_kind, actor_id, session_id, subject_id, unit_id, refusal, request_id, detail)
    values (${given.at}, ${given.action}, ${given.actorKind}, ${given.actorId}, ${given.sessionId}, ${given.subjectId},
      ${given.unitId}, ${given.refusal}, ${given.requestId}, ${given.detail})`,
)

/** When the oldest event after the last sealed one happened, or nothing when the seal is up to date. */
export async function findOldestUnsealed(db: Executor): Promise<Date | null> {
  const [row] = await db.execute<{ at: string | null }>(sql`
    select min(at)::text as at from audit_events
    where seq > coalesce((select max(event_seq) from audit_seals), 0)`)
  return row?.at ? new Date(row.at) : null
}

/** Takes the one lock of sealing until the end of the transaction; false when another has it. */
export async function lockSealing(tx: Transaction): Promise<boolean> {
  const [row] = await tx.execute<{ held: boolean }>(
    sql`select pg_try_advisory_xact_lock(${advisoryLocks.sealAudit}) as held`,
  )
  return row?.held === true
}

/** An instant as text in UTC to the microsecond. */
export function instantSql(column: SQL): SQL {
  return sql`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US')`
}

/** The columns of `EventTextRow`, of a table called `e`. */
export const eventColumns = sql`
  e.seq::text as seq, ${instantSql(sql`e.at`)} as at, to_char(e.at at time zone 'UTC', 'YYYY-MM-01') as month,
  e.action, e.actor_kind as "actorKind", e.actor_id::text as "actorId", e.session_id::text as "sessionId",
  e.subject_id::text as "subjectId", e.unit_id::text as "unitId", e.refusal, e.request_id as "requestId",
  e.detail::text as detail`

/** Which events: numbered above `after`, of months from `from` on and before `until`. */
export type EventRange = {
  readonly after: number
  readonly from: string
  readonly until?: string
  readonly limit: number
}

/** Committed events without a seal, the lowest numbers first. */
export async function listUnsealed(
  db: Executor,
  { after, from, until = "infinity", limit }: EventRange,
): Promise<EventTextRow[]> {
  return await db.execute<EventTextRow>(sql`
    select ${eventColumns} from audit_events e
    where e.seq > ${after} and e.at >= ${from}::date::timestamp at time zone 'UTC'
      and e.at < ${until}::date::timestamp at time zone 'UTC'
      and not exists (select 1 from audit_seals s where s.event_seq = e.seq and s.month >= ${from}::date)
    order by e.seq limit ${limit}`)
}

/** The last link of a month's chain. */
export async function findChainHead(
  db: Executor,
  month: string,
): Promise<{ readonly link: number; readonly mac: Buffer } | undefined> {
  const [row] = await db
    .select({ link: auditSeals.link, mac: auditSeals.mac })
    .from(auditSeals)
    .where(sql`${auditSeals.month} = ${month}`)
    .orderBy(sql`${auditSeals.link} desc`)
    .limit(1)
  return row
}

/** The highest number of an event that has a seal. */
export async function findLastSealed(db: Executor): Promise<number> {
  const [row] = await db.execute<{ seq: string | null }>(
    sql`select max(event_seq)::text as seq from audit_seals`,
  )
  return Number(row?.seq ?? 0)
}

/** The highest number sealed at least `seconds` before the last seal of all, looking at the newest two months. */
export async function findSealedBefore(db: Executor, seconds: number): Promise<number> {
  const [row] = await db.execute<{ seq: string | null }>(sql`
    with newest as materialized (
      select event_seq, sealed_at from audit_seals
      where month >= (select max(month) from audit_seals) - interval '1 month')
    select max(event_seq)::text as seq from newest
    where sealed_at <= (select max(sealed_at) from newest) - make_interval(secs => ${seconds})`)
  return Number(row?.seq ?? 0)
}

/** Adds links, all as one parameter: a batch of thousands would otherwise be mostly the work of numbering them. */
export async function insertSeals(tx: Transaction, seals: readonly SealRow[]): Promise<void> {
  const rows = seals.map(({ mac, ...rest }) => ({ ...rest, mac: mac.toString("hex") }))
  await tx.execute(sql`
    insert into audit_seals (month, link, event_seq, key_id, mac, sealed_at)
    select "month", "link", "eventSeq", "keyId", decode("mac", 'hex'), "sealedAt"
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as rows("month" date, "link" bigint, "eventSeq" bigint, "keyId" text, "mac" text, "sealedAt" timestamptz)`)
}

/** Opens the partitions of a month; nothing happens when they are there. */
export async function openMonth(db: Executor, month: string): Promise<void> {
  await db.execute(sql`select audit_open_month(${month}::date)`)
}

/** The months closed for good, the first closed first. */
export async function listClosedMonths(db: Executor): Promise<MonthRow[]> {
  return await db.select().from(auditMonths).orderBy(auditMonths.position)
}

/** The month closed last. */
export async function findLastClosedMonth(db: Executor): Promise<MonthRow | undefined> {
  const [row] = await db.select().from(auditMonths).orderBy(sql`${auditMonths.position} desc`).limit(1)
  return row
}

/** Closes a month for good. */
export async function insertClosedMonth(tx: Transaction, month: MonthRow): Promise<void> {
  await tx.insert(auditMonths).values(month)
}

/** The month of the first event of all, as far as they are kept. */
export async function findFirstMonth(db: Executor): Promise<string | null> {
  const [row] = await db.execute<{ month: string | null }>(
    sql`select to_char(min(at) at time zone 'UTC', 'YYYY-MM-01') as month from audit_events`,
  )
  return row?.month ?? null
}

/** A link with the event that it names, whose fields are null where there is none. */
export type LinkedRow = {
  readonly link: string
  readonly eventSeq: string
  readonly keyId: string
  readonly macHex: string
  readonly sealedAt: string
} & { readonly [K in keyof EventTextRow]: EventTextRow[K] | null }

/** The links of a month above `after` with their events, in the order of the chain. */
export async function listLinks(
  db: Executor,
  { month, until, after, limit }: { month: string; until: string; after: number; limit: number },
): Promise<LinkedRow[]> {
  return await db.execute<LinkedRow>(sql`
    select s.link::text as link, s.event_seq::text as "eventSeq", s.key_id as "keyId",
      encode(s.mac, 'hex') as "macHex", ${instantSql(sql`s.sealed_at`)} as "sealedAt", ${eventColumns}
    from audit_seals s
    left join audit_events e on e.seq = s.event_seq
      and e.at >= ${month}::date::timestamp at time zone 'UTC'
      and e.at < ${until}::date::timestamp at time zone 'UTC'
    where s.month = ${month}::date and s.link > ${after}
    order by s.link, e.at limit ${limit}`)
}

/** Months that have partitions, oldest first. */
export async function listOpenedMonths(db: Executor): Promise<string[]> {
  const rows = await db.execute<{ month: string }>(sql`
    select replace(right(c.relname, 7), '_', '-') || '-01' as month
    from pg_inherits i join pg_class c on c.oid = i.inhrelid
    where i.inhparent = 'audit_events'::regclass order by 1`)
  return rows.map((row) => row.month)
}
