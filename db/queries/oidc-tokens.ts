import { type SQL, sql } from "drizzle-orm"
import { prebuilt } from "@/db/prebuilt"
import {
  type ClientAtDoor,
  type ClientAtDoorRow,
  clientAtDoor,
  clientAtDoorIn,
  clientIn,
} from "@/db/queries/client-predicates"
import { type Bearer, type BearerRow, bearerIn, bearerOf } from "@/db/queries/oidc-predicates"
import type { oidcClients } from "@/db/schema/oidc"
import type { Database } from "@/db/types"

// What the provider asks at each request, each in one statement with everything that decides whether a token counts today.

/** A code, a token or a grant, with all that decides whether it counts today. */
export type Presented = {
  readonly payload: Record<string, unknown>
  readonly consumedAt: Date | null
  readonly grant: { readonly id: string; readonly payload: Record<string, unknown> } | undefined
  readonly bearer: Bearer | undefined
  readonly client: typeof oidcClients.$inferSelect | undefined
}

type Json = Record<string, unknown>

type PresentedRow = BearerRow & {
  readonly payload: Json | null
  readonly consumedAt: string | null
  readonly restsOn: string | null
  readonly grant: Json | null
  readonly client: Json | null
}

/** The row of a grant `gp` of this id, as a join. */
const grantRow = (grantId: SQL, now: SQL): SQL => sql`oidc_payloads gp on gp.model = 'Grant'
  and gp.id_hash = sha256(convert_to(${grantId}, 'UTF8')) and gp.expires_at > ${now}`

const columns = sql`o.payload, o.consumed_at as "consumedAt", o.grant_id as "restsOn", gp.payload as grant`

/** A code or token by the hash of its value, with the grant that it rests on and who stands behind that today. */
export async function findToken(
  db: Database,
  which: { readonly model: string; readonly idHash: Buffer; readonly withClaims: boolean },
  now: Date,
): Promise<Presented | undefined> {
  const { model, idHash, withClaims } = which
  const find = withClaims ? tokenWithClaims : token
  const [row] = await find<PresentedRow>(db, { model, idHash, now: now.toISOString() })
  return row && presentedIn(row)
}

const token = prebuilt(["model", "idHash", "now"], (given) => {
  const now = sql`${given.now}::timestamptz`
  return sql`select ${columns}, null::jsonb as client, b.*
    from oidc_payloads o left join ${grantRow(sql`o.grant_id`, now)}
      left join lateral ${bearerOf(sql`o.grant_id`, { now, withTold: false })} b on true
    where o.model = ${given.model} and o.id_hash = ${given.idHash} and o.expires_at > ${now}`
})

const tokenWithClaims = prebuilt(["model", "idHash", "now"], (given) => {
  const now = sql`${given.now}::timestamptz`
  return sql`select ${columns}, to_jsonb(oc) as client, b.*
    from oidc_payloads o left join ${grantRow(sql`o.grant_id`, now)}
      left join oidc_clients oc on oc.id = o.payload ->> 'clientId' and oc.closed_at is null
      left join lateral ${bearerOf(sql`o.grant_id`, { now, withTold: true })} b on true
    where o.model = ${given.model} and o.id_hash = ${given.idHash} and o.expires_at > ${now}`
})

/** A grant by its id, with who stands behind it today. */
export async function findGrant(
  db: Database,
  which: { readonly id: string; readonly idHash: Buffer },
  now: Date,
): Promise<Presented | undefined> {
  const [row] = await grantById<PresentedRow>(db, { ...which, now: now.toISOString() })
  return row && presentedIn(row)
}

const grantById = prebuilt(["id", "idHash", "now"], (given) => {
  const now = sql`${given.now}::timestamptz`
  return sql`select o.payload, o.consumed_at as "consumedAt", ${given.id}::text as "restsOn", o.payload as grant,
      null::jsonb as client, b.*
    from oidc_payloads o left join lateral ${bearerOf(sql`${given.id}::text`, { now, withTold: false })} b on true
    where o.model = 'Grant' and o.id_hash = ${given.idHash} and o.expires_at > ${now}`
})

function presentedIn(row: PresentedRow): Presented | undefined {
  const { payload, restsOn, grant } = row
  if (!payload) return undefined
  return {
    payload,
    consumedAt: row.consumedAt ? new Date(row.consumedAt) : null,
    grant: restsOn !== null && grant ? { id: restsOn, payload: grant } : undefined,
    bearer: bearerIn(row),
    client: row.client ? clientIn(row.client) : undefined,
  }
}

/** A client at the token endpoint, together with the code that it presents. */
export async function findClientWithCode(
  db: Database,
  which: { readonly clientId: string; readonly codeHash: Buffer },
  now: Date,
): Promise<{ readonly client: ClientAtDoor; readonly code: Presented | undefined } | undefined> {
  const [row] = await clientWithCode<PresentedRow & ClientAtDoorRow>(db, {
    ...which,
    now: now.toISOString(),
  })
  return row && { client: clientAtDoorIn(row), code: presentedIn({ ...row, client: null }) }
}

const clientWithCode = prebuilt(["clientId", "codeHash", "now"], (given) => {
  const now = sql`${given.now}::timestamptz`
  return sql`select ${columns}, b.*, ${clientAtDoor(now)}
    from oidc_clients oc
      left join oidc_payloads o on o.model = 'AuthorizationCode' and o.id_hash = ${given.codeHash} and o.expires_at > ${now}
      left join ${grantRow(sql`o.grant_id`, now)}
      left join lateral ${bearerOf(sql`o.grant_id`, { now, withTold: false })} b on true
    where oc.id = ${given.clientId} and oc.closed_at is null`
})
