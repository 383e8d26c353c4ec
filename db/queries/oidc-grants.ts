import { sql } from "drizzle-orm"
import { isMembershipInForce, today } from "@/db/queries/access"
import { oidcGrants } from "@/db/schema/oidc"
import type { units } from "@/db/schema/units"
import type { Executor, Transaction } from "@/db/types"

/** Who stands behind a grant, in the name of which unit. */
export type Bearer = {
  readonly grantId: string
  readonly clientId: string
  readonly systemCode: string
  readonly sessionId: string
  readonly accountId: string
  readonly membershipId: string
  readonly personId: string
  readonly nationalIdSealed: Buffer
  readonly titleTh: string
  readonly givenNameTh: string
  readonly familyNameTh: string
  readonly email: string | null
  readonly locale: "th" | "en"
  readonly post: string
  readonly unit: {
    readonly code: string
    readonly kind: (typeof units.$inferSelect)["kind"]
    readonly nameTh: string
    readonly nameEn: string | null
    /** The offices above it, the nearest first. */
    readonly above: readonly { readonly code: string; readonly kind: string; readonly name: string }[]
  }
}

/** The paths of the offices above the unit `u`, out of its own: each a prefix that ends in a slash. */
const pathsAbove = sql`(select left(u.path, at) from generate_series(1, length(u.path)) at
  where substr(u.path, at, 1) = '/')`

/**
 * Who stands behind a grant today: nobody once the session has ended or timed out, the account is not active, or the
 * membership is over.
 */
export async function findBearer(db: Executor, grantId: string, now: Date): Promise<Bearer | undefined> {
  const at = now.toISOString()
  const [row] = await db.execute<Omit<Bearer, "nationalIdSealed"> & { nationalIdSealed: Uint8Array }>(sql`
    select g.grant_id as "grantId", g.client_id as "clientId", c.system_code as "systemCode",
      g.session_id as "sessionId", g.account_id as "accountId", g.membership_id as "membershipId",
      p.id as "personId", p.national_id_sealed as "nationalIdSealed", p.title_th as "titleTh",
      p.given_name_th as "givenNameTh", p.family_name_th as "familyNameTh",
      case when a.email_verified_at is not null then a.email end as email, a.locale, m.post,
      json_build_object('code', u.code, 'kind', u.kind, 'nameTh', u.name_th, 'nameEn', u.name_en,
        'above', (select coalesce(json_agg(json_build_object('code', o.code, 'kind', o.kind, 'name', o.name_th)
            order by length(o.path) desc), '[]')
          from units o where o.path <> u.path and o.path in ${pathsAbove})) as unit
    from oidc_grants g join oidc_clients c on c.id = g.client_id join sessions s on s.id = g.session_id
      join accounts a on a.id = g.account_id join persons p on p.id = a.person_id
      join memberships m on m.id = g.membership_id join units u on u.id = m.unit_id, ${today(now)}
    where g.grant_id = ${grantId} and c.closed_at is null and a.state = 'active' and ${isMembershipInForce}
      and m.account_id = a.id and s.account_id = a.id and s.revoked_at is null and s.expires_at > ${at}
      and s.last_seen_at + s.idle_seconds * interval '1 second' > ${at}`)
  return row && { ...row, nationalIdSealed: Buffer.from(row.nationalIdSealed) }
}

/** Notes who a grant is for, when it is made. */
export async function insertGrant(tx: Transaction, row: typeof oidcGrants.$inferInsert): Promise<void> {
  await tx.insert(oidcGrants).values(row)
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
