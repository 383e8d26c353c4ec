import { sql } from "drizzle-orm"
import { type Bearer, type BearerRow, bearerIn, bearerOf } from "@/db/queries/oidc-predicates"
import { oidcGrants } from "@/db/schema/oidc"
import type { Executor, Transaction } from "@/db/types"

/**
 * Who stands behind a grant today: nobody once the session has ended or timed out, the account is not active, or the
 * membership is over.
 */
export async function findBearer(db: Executor, grantId: string, now: Date): Promise<Bearer | undefined> {
  const [row] = await db.execute<BearerRow>(
    sql`select b.* from ${bearerOf(sql`${grantId}`, { now, withUnit: true })} b`,
  )
  return row && bearerIn(row)
}

/** Notes who a grant is for, when it is made, that its client is used from now on, and when the person went in. */
export async function insertGrant(tx: Transaction, row: typeof oidcGrants.$inferInsert): Promise<void> {
  await tx.insert(oidcGrants).values(row)
  const at = row.createdAt.toISOString()
  await tx.execute(
    sql`update oidc_clients set used_at = ${at} where id = ${row.clientId} and used_at is null`,
  )
  await tx.execute(sql`insert into system_openings (membership_id, system_code, opened_at)
    select ${row.membershipId}, system_code, ${at} from oidc_clients where id = ${row.clientId}
    on conflict (membership_id, system_code) do update set opened_at = excluded.opened_at`)
}

/** A client at which an account is signed in, with what it takes to tell it that this is over. */
export type SignedInAt = {
  readonly clientId: string
  readonly grantId: string
  readonly sid: string | null
}

/**
 * Forgets all that the provider keeps for sessions of an account, and returns the clients that have to be told
 * (OpenID Connect Back-Channel Logout 1.0 §2.1).
 *
 * @param sessionIds only these sessions of the portal; all of the account's where not given
 */
export async function forgetSignIns(
  tx: Transaction,
  at: { readonly accountId: string; readonly sessionIds?: readonly string[] },
): Promise<SignedInAt[]> {
  const which =
    at.sessionIds === undefined ? sql`true` : sql`g.session_id = any(${[...at.sessionIds]}::uuid[])`
  const rows = await tx.execute<SignedInAt>(sql`
    with gone as (delete from oidc_grants g where g.account_id = ${at.accountId} and ${which}
        returning g.grant_id, g.client_id),
      told as (select gone.client_id, gone.grant_id, o.payload -> 'authorizations' -> gone.client_id ->> 'sid' as sid
        from gone left join oidc_payloads o on o.model = 'Session' and o.account_id = ${at.accountId}
          and o.payload -> 'authorizations' -> gone.client_id ->> 'grantId' = gone.grant_id),
      dead as (delete from oidc_payloads o using gone where o.grant_id = gone.grant_id
        or (o.model = 'Grant' and o.id_hash = sha256(gone.grant_id::bytea))
        or (o.model = 'Session' and o.account_id = ${at.accountId}
          and o.payload -> 'authorizations' -> gone.client_id ->> 'grantId' = gone.grant_id))
    select client_id as "clientId", grant_id as "grantId", sid from told`)
  return [...rows]
}
