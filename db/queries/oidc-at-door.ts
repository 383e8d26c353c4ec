import { sql } from "drizzle-orm"
import { hashList, prebuilt } from "@/db/prebuilt"
import { type ClientAtDoor, clientIn } from "@/db/queries/client-predicates"
import { type Bearer, type BearerRow, bearerIn, bearerOf } from "@/db/queries/oidc-predicates"
import type { Database } from "@/db/types"

type Json = Readonly<Record<string, unknown>>

/** What is known of a browser that a system sends to the provider. */
export type BrowserAtDoor = {
  /** Its live session of the portal. */
  readonly portal: { readonly id: string; readonly accountId: string; readonly lastSeenAt: Date } | undefined
  /** Its session of the provider. */
  readonly payload: Json | undefined
  readonly client: ClientAtDoor["row"] | undefined
  /** What was granted to the client in that session, and who stands behind it today. */
  readonly grant:
    | { readonly id: string; readonly payload: Json; readonly bearer: Bearer | undefined }
    | undefined
}

type Row = BearerRow & {
  readonly portalSession: string | null
  readonly portalAccount: string | null
  readonly lastSeenAt: string | null
  readonly payload: Json | null
  readonly client: Json | null
  readonly grantedAs: string | null
  readonly granted: Json | null
}

/**
 * All that the provider asks for when a system sends a browser to it, in one statement. Each part is found or not by itself.
 *
 * @param which the hashes of the portal's session token under each key of the ring, the hash of the value of the provider's
 *   own session, and the client's id
 */
export async function findBrowserAtDoor(
  db: Database,
  which: {
    readonly tokenHashes: readonly Buffer[]
    readonly sessionHash: Buffer
    readonly clientId: string
  },
  now: Date,
): Promise<BrowserAtDoor | undefined> {
  const { tokenHashes, sessionHash, clientId } = which
  const given = { tokens: hashList(tokenHashes), sessionHash, clientId, now: now.toISOString() }
  const [row] = await browserAtDoor<Row>(db, given)
  if (!row) return undefined
  const { portalSession, portalAccount, lastSeenAt, grantedAs, granted } = row
  return {
    portal:
      portalSession && portalAccount && lastSeenAt
        ? { id: portalSession, accountId: portalAccount, lastSeenAt: new Date(lastSeenAt) }
        : undefined,
    payload: row.payload ?? undefined,
    client: row.client ? clientIn(row.client) : undefined,
    grant: grantedAs && granted ? { id: grantedAs, payload: granted, bearer: bearerIn(row) } : undefined,
  }
}

const browserAtDoor = prebuilt(["tokens", "sessionHash", "clientId", "now"], (given) => {
  const now = sql`${given.now}::timestamptz`
  return sql`
    select ps.id as "portalSession", ps.account_id as "portalAccount", ps.last_seen_at as "lastSeenAt", o.payload,
      to_jsonb(oc) as client, o.granted as "grantedAs", gp.payload as granted, b.*
    from (select 1) as one
      left join lateral (select s.id, s.account_id, s.last_seen_at from sessions s join accounts a on a.id = s.account_id
        where s.token_hash = any(${given.tokens}::text::bytea[]) and s.revoked_at is null and s.expires_at > ${now}
          and s.last_seen_at + s.idle_seconds * interval '1 second' > ${now} and a.state = 'active') ps on true
      left join lateral (select p.payload, p.payload #>> array['authorizations', ${given.clientId}, 'grantId'] as granted
        from oidc_payloads p where p.model = 'Session' and p.id_hash = ${given.sessionHash} and p.expires_at > ${now}) o
        on true
      left join oidc_clients oc on oc.id = ${given.clientId} and oc.closed_at is null
      left join oidc_payloads gp on gp.model = 'Grant' and gp.id_hash = sha256(convert_to(o.granted, 'UTF8'))
        and gp.expires_at > ${now}
      left join lateral ${bearerOf(sql`o.granted`, { now, withTold: false })} b on true`
})
