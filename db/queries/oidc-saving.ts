import { type SQL, sql } from "drizzle-orm"
import { prebuilt } from "@/db/prebuilt"
import type { oidcPayloads } from "@/db/schema/oidc"
import type { Database } from "@/db/types"

// What the provider writes at each request of a system, each in one statement with the record of the audit.

/** How a token is written. */
export type Saving = {
  readonly row: typeof oidcPayloads.$inferInsert
  /** The one that it is given for, which is used up by it: of any number at once one alone gets something for it. */
  readonly inPlaceOf?: { readonly model: string; readonly idHash: Buffer } | undefined
  /** The entry of the audit, without which nothing is written. */
  readonly onRecord?: { readonly action: string; readonly requestId: string } | undefined
}

/**
 * Writes a code or token, uses up what it is given for, and tells the audit, all or nothing. False where that was used
 * already, or where the grant is gone (RFC 6749 §4.1.2, RFC 9700 §4.14).
 */
export async function saveToken(db: Database, saving: Saving, now: Date): Promise<boolean> {
  const { row, inPlaceOf, onRecord } = saving
  const token = {
    model: row.model,
    idHash: row.idHash,
    payload: JSON.stringify(row.payload),
    grantId: row.grantId ?? null,
    accountId: row.accountId ?? null,
    expiresAt: row.expiresAt.toISOString(),
    now: now.toISOString(),
  }
  const used = inPlaceOf && { usedModel: inPlaceOf.model, usedHash: inPlaceOf.idHash }
  const saved =
    used && onRecord
      ? await saveInPlaceOnRecord(db, { ...token, ...used, ...onRecord })
      : used
        ? await saveInPlace(db, { ...token, ...used })
        : await saveOnRecord(db, { ...token, ...(onRecord ?? { action: "", requestId: "" }) })
  return saved.length === 1
}

const ofToken = ["model", "idHash", "payload", "grantId", "accountId", "expiresAt", "now"] as const
const ofUsed = ["usedModel", "usedHash"] as const
const ofRecord = ["action", "requestId"] as const

type Given<Names extends readonly string[]> = Readonly<Record<Names[number], SQL>>

const insertToken = (given: Given<typeof ofToken>, step: SQL): SQL => sql`
  insert into oidc_payloads (model, id_hash, payload, grant_id, account_id, expires_at)
  select ${given.model}, ${given.idHash}::bytea, ${given.payload}::jsonb, ${given.grantId}::text,
    ${given.accountId}::uuid, ${given.expiresAt}::timestamptz from ${step} limit 1
  on conflict (model, id_hash) do nothing returning 1`

const useUp = (given: Given<typeof ofUsed> & { readonly now: SQL }): SQL => sql`
  used as (update oidc_payloads set consumed_at = ${given.now}::timestamptz
    where model = ${given.usedModel} and id_hash = ${given.usedHash} and consumed_at is null returning 1)`

type OnRecord = Given<typeof ofRecord> & { readonly grantId: SQL; readonly now: SQL }

/** An entry of the audit about a grant: the person, in his session of the portal, for his unit, at that client. */
const audit = ({ grantId, action, requestId, now }: OnRecord): SQL => sql`
  insert into audit_events (at, action, actor_kind, actor_id, session_id, unit_id, request_id, detail)
  select ${now}::timestamptz, ${action}, 'account', t.account_id, t.session_id, t.unit_id, ${requestId},
    jsonb_build_object('client', t.client_id, 'system', t.system_code)
  from (select g.account_id, g.session_id, m.unit_id, g.client_id, c.system_code
    from oidc_grants g join oidc_clients c on c.id = g.client_id join memberships m on m.id = g.membership_id
    where g.grant_id = ${grantId}::text) t`

const saveOnRecord = prebuilt(
  [...ofToken, ...ofRecord],
  (given) => sql`with told as (${audit(given)} returning 1) ${insertToken(given, sql`told`)}`,
)

const saveInPlace = prebuilt(
  [...ofToken, ...ofUsed],
  (given) => sql`with ${useUp(given)} ${insertToken(given, sql`used`)}`,
)

const saveInPlaceOnRecord = prebuilt(
  [...ofToken, ...ofUsed, ...ofRecord],
  (given) => sql`with ${useUp(given)}, told as (${audit(given)} where exists (select 1 from used) returning 1)
    ${insertToken(given, sql`told`)}`,
)

type Told = { readonly grantId: string; readonly action: string; readonly requestId: string }

/** Tells the audit what a system was given by a grant; false where the grant is gone, and then nothing may be given. */
export async function tellOfGrant(db: Database, told: Told, now: Date): Promise<boolean> {
  return (await auditAlone(db, { ...told, now: now.toISOString() })).length === 1
}

const auditAlone = prebuilt(["grantId", ...ofRecord, "now"], (given) => sql`${audit(given)} returning 1`)
