import { type SQL, sql } from "drizzle-orm"
import { type Bearer, type BearerRow, bearerIn, bearerOf } from "@/db/queries/oidc-predicates"
import type { oidcClients, oidcPayloads } from "@/db/schema/oidc"
import type { Executor } from "@/db/types"

// What the provider asks and writes at each request of a system, each in one statement: with everything that decides
// whether a token counts today, and with the record of the audit.

type ClientRow = typeof oidcClients.$inferSelect
type PayloadRow = typeof oidcPayloads.$inferInsert

/** A client of the provider with the hashes of its secrets that are valid now. */
export type ClientAtDoor = { readonly row: ClientRow; readonly secretHashes: readonly Buffer[] }

/** A code, a token or a grant, with all that decides whether it counts today. */
export type Presented = {
  readonly payload: Record<string, unknown>
  readonly consumedAt: Date | null
  readonly grant: { readonly id: string; readonly payload: Record<string, unknown> } | undefined
  readonly bearer: Bearer | undefined
  readonly client: ClientRow | undefined
}

type Json = Record<string, unknown>

type PresentedRow = BearerRow & {
  readonly payload: Json
  readonly consumedAt: string | null
  readonly restsOn: string | null
  readonly grant: Json | null
  readonly client: Json | null
}

const at = (now: Date): SQL => sql`${now.toISOString()}::timestamptz`

/** A code or token by the hash of its value, with the grant that it rests on and who stands behind that today. */
export async function findToken(
  db: Executor,
  which: { readonly model: string; readonly idHash: Buffer; readonly withClaims: boolean },
  now: Date,
): Promise<Presented | undefined> {
  const { model, idHash, withClaims } = which
  const [row] = await db.execute<PresentedRow>(sql`
    select o.payload, o.consumed_at as "consumedAt", o.grant_id as "restsOn", gp.payload as grant,
      ${withClaims ? sql`to_jsonb(oc)` : sql`null::jsonb`} as client, b.*
    from oidc_payloads o
      left join oidc_payloads gp on gp.model = 'Grant' and gp.id_hash = sha256(convert_to(o.grant_id, 'UTF8'))
        and gp.expires_at > ${at(now)}
      ${withClaims ? sql`left join oidc_clients oc on oc.id = o.payload ->> 'clientId' and oc.closed_at is null` : sql``}
      left join lateral ${bearerOf(sql`o.grant_id`, { now, withUnit: withClaims })} b on true
    where o.model = ${model} and o.id_hash = ${idHash} and o.expires_at > ${at(now)}`)
  return row && presentedIn(row)
}

/** A grant by its id, with who stands behind it today. */
export async function findGrant(
  db: Executor,
  which: { readonly id: string; readonly idHash: Buffer },
  now: Date,
): Promise<Presented | undefined> {
  const [row] = await db.execute<PresentedRow>(sql`
    select o.payload, o.consumed_at as "consumedAt", ${which.id}::text as "restsOn", o.payload as grant,
      null::jsonb as client, b.*
    from oidc_payloads o left join lateral ${bearerOf(sql`${which.id}`, { now, withUnit: false })} b on true
    where o.model = 'Grant' and o.id_hash = ${which.idHash} and o.expires_at > ${at(now)}`)
  return row && presentedIn(row)
}

function presentedIn(row: PresentedRow): Presented {
  const { restsOn, grant } = row
  return {
    payload: row.payload,
    consumedAt: row.consumedAt ? new Date(row.consumedAt) : null,
    grant: restsOn !== null && grant ? { id: restsOn, payload: grant } : undefined,
    bearer: bearerIn(row),
    client: row.client ? clientIn(row.client) : undefined,
  }
}

/** A client that is not closed, with its secrets. */
export async function findClientAtDoor(
  db: Executor,
  id: string,
  now: Date,
): Promise<ClientAtDoor | undefined> {
  const [row] = await db.execute<{ client: Json; hashes: string[] }>(sql`
    select to_jsonb(c) as client, (select coalesce(json_agg(encode(s.secret_hash, 'hex')), '[]')
      from oidc_client_secrets s where s.client_id = c.id and (s.ends_at is null or s.ends_at > ${at(now)})) as hashes
    from oidc_clients c where c.id = ${id} and c.closed_at is null`)
  return (
    row && { row: clientIn(row.client), secretHashes: row.hashes.map((hash) => Buffer.from(hash, "hex")) }
  )
}

/** The row of a client as the table has it, out of PostgreSQL's own JSON of it. */
function clientIn(json: Json): ClientRow {
  const camel = (name: string) => name.replace(/_(.)/g, (_, letter: string) => letter.toUpperCase())
  const row = Object.fromEntries(Object.entries(json).map(([name, value]) => [camel(name), value]))
  return { ...row, createdAt: new Date(String(json.created_at)), closedAt: null } as unknown as ClientRow
}

/** How a token is written. */
export type Saving = {
  readonly row: PayloadRow
  /** The one that it is given for, which is used up by it: of any number at once one alone gets something for it. */
  readonly inPlaceOf?: { readonly model: string; readonly idHash: Buffer } | undefined
  /** The entry of the audit, without which nothing is written. */
  readonly onRecord?: { readonly action: string; readonly requestId: string } | undefined
}

/**
 * Writes a code or token, uses up what it is given for, and tells the audit, all or nothing. False where that was used
 * already, or where the grant is gone (RFC 6749 §4.1.2, RFC 9700 §4.14).
 */
export async function saveToken(db: Executor, saving: Saving, now: Date): Promise<boolean> {
  const { row, inPlaceOf, onRecord } = saving
  const steps = [
    ...(inPlaceOf
      ? [
          sql`used as (update oidc_payloads set consumed_at = ${at(now)}
            where model = ${inPlaceOf.model} and id_hash = ${inPlaceOf.idHash} and consumed_at is null returning 1)`,
        ]
      : []),
    ...(onRecord
      ? [
          sql`told as (${auditOf({ grantId: row.grantId ?? "", ...onRecord }, now)}
          ${inPlaceOf ? sql`where exists (select 1 from used)` : sql``} returning 1)`,
        ]
      : []),
  ]
  const last = onRecord ? sql`told` : sql`used`
  const saved = await db.execute(sql`
    with ${sql.join(steps, sql`, `)}
    insert into oidc_payloads (model, id_hash, payload, grant_id, account_id, expires_at)
    select ${row.model}, ${row.idHash}::bytea, ${JSON.stringify(row.payload)}::jsonb, ${row.grantId ?? null},
      ${row.accountId ?? null}::uuid, ${at(row.expiresAt)} from ${last} limit 1
    on conflict (model, id_hash) do nothing returning 1`)
  return saved.length === 1
}

type Told = { readonly grantId: string; readonly action: string; readonly requestId: string }

/** An entry of the audit about a grant: the person, in his session of the portal, for his unit, at that client. */
function auditOf({ grantId, action, requestId }: Told, now: Date): SQL {
  return sql`insert into audit_events (at, action, actor_kind, actor_id, session_id, unit_id, request_id, detail)
    select ${at(now)}, ${action}, 'account', t.account_id, t.session_id, t.unit_id, ${requestId},
      jsonb_build_object('client', t.client_id, 'system', t.system_code)
    from (select g.account_id, g.session_id, m.unit_id, g.client_id, c.system_code
      from oidc_grants g join oidc_clients c on c.id = g.client_id join memberships m on m.id = g.membership_id
      where g.grant_id = ${grantId}) t`
}

/** Tells the audit what a system was given by a grant; false where the grant is gone, and then nothing may be given. */
export async function tellOfGrant(db: Executor, told: Told, now: Date): Promise<boolean> {
  return (await db.execute(sql`${auditOf(told, now)} returning 1`)).length === 1
}
