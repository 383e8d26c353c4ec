import { and, eq, lt, type SQL, sql } from "drizzle-orm"
import { isMembershipInForce, today } from "@/db/queries/access"
import { advisoryLocks } from "@/db/queries/advisory-locks"
import { isOpenForRole, isUnitLetIn } from "@/db/queries/systems-predicates"
import { oidcSignOuts } from "@/db/schema/oidc"
import type { Executor } from "@/db/types"

/** What has been in a session of the provider no longer is: such an end takes the provider's own session along. */
const endsSession = sql`reason not in ('membership', 'right', 'client', 'system', 'unit', 'period')`

/** Whether one of the rights that the membership `m` holds at the system `y` meets a condition on its role `r`. */
const hasRight = (
  condition: SQL,
) => sql`exists (select 1 from grants h join system_roles r on r.id = h.system_role_id
  where h.membership_id = m.id and r.system_code = y.code and h.state = 'active'
    and (h.valid_until is null or h.valid_until >= d.today) and ${condition})`

/**
 * Ends sign-ins at systems whose ground is gone: the session was ended, the account is not active, the membership is not
 * in force, the client was closed, the last right there was withdrawn or suspended, or none opens the system any more
 * because it was closed, is not for that unit, or its opening period is over. All that could still be presented goes, and
 * what the system has to be told is written down, in one statement; of two at once each ends other rows.
 * A session that went by its own time is not told of (`design/product.md`).
 *
 * @returns how many ended
 */
export async function settleEndedSignIns(
  db: Executor,
  at: { readonly now: Date; readonly giveUpAt: Date; readonly atMost: number },
): Promise<number> {
  const [now, giveUpAt] = [at.now.toISOString(), at.giveUpAt.toISOString()]
  const [row] = await db.execute<{ ended: number }>(sql`
    with over as materialized (
      select g.grant_id, c.backchannel_logout_uri is not null as is_told,
        case when a.state <> 'active' then 'account' when s.revoked_at is not null then coalesce(s.revoked_reason, 'signed-out')
          when not ${isMembershipInForce} then 'membership' when c.closed_at is not null then 'client'
          when not ${hasRight(sql`true`)} then 'right' when y.state <> 'open' then 'system'
          when not ${isUnitLetIn} then 'unit' else 'period' end as reason
      from oidc_grants g join oidc_clients c on c.id = g.client_id join sessions s on s.id = g.session_id
        join accounts a on a.id = g.account_id join memberships m on m.id = g.membership_id
        join units u on u.id = m.unit_id join systems y on y.code = c.system_code, ${today(at.now)}
      where (select pg_try_advisory_xact_lock(${advisoryLocks.sweepSignIns}))
        and (a.state <> 'active' or s.revoked_at is not null or c.closed_at is not null or not ${isMembershipInForce}
          or y.state <> 'open' or not ${isUnitLetIn} or not ${hasRight(isOpenForRole)})
      limit ${at.atMost} for update of g skip locked),
    gone as (delete from oidc_grants g using over where g.grant_id = over.grant_id
      returning g.grant_id, g.client_id, g.account_id, over.reason, over.is_told),
    written as (insert into oidc_sign_outs (grant_id, client_id, account_id, reason, state, ended_at, next_attempt_at, give_up_at)
      select grant_id, client_id, account_id, reason, case when is_told then 'waiting' else 'untold' end,
        ${now}, ${now}, ${giveUpAt} from gone),
    tokens as (delete from oidc_payloads o using gone where o.grant_id = gone.grant_id),
    granted as (delete from oidc_payloads o using gone
      where o.model = 'Grant' and o.id_hash = sha256(gone.grant_id::bytea)),
    sessions_there as (delete from oidc_payloads o using gone where o.model = 'Session'
      and o.account_id = gone.account_id and ${endsSession}
      and o.payload -> 'authorizations' -> gone.client_id ->> 'grantId' = gone.grant_id)
    select count(*)::int as ended from gone`)
  return row?.ended ?? 0
}

/** A sign-out in the hands of one teller until `leasedUntil`, with what it takes to tell it. */
export type LeasedSignOut = {
  readonly grantId: string
  readonly clientId: string
  readonly accountId: string
  /** Null where the system has taken its address back. */
  readonly uri: string | null
  readonly alg: "RS256" | "ES256"
  readonly sector: string | null
  readonly attempts: number
  readonly giveUpAt: Date
  readonly leasedUntil: Date
}

/**
 * Takes sign-outs that are due, the longest due first, of one system so many at most: one that does not answer leaves
 * hands free for the others. A lease that has run out is free again: its teller died.
 */
export async function leaseSignOuts(
  db: Executor,
  at: { readonly now: Date; readonly until: Date; readonly atMost: number; readonly ofOneClient: number },
): Promise<LeasedSignOut[]> {
  const now = at.now.toISOString()
  const rows = await db.execute<Omit<LeasedSignOut, "giveUpAt" | "leasedUntil"> & { giveUpAt: string }>(sql`
    with due as (select grant_id, next_attempt_at, row_number() over (partition by client_id order by next_attempt_at)
          + (select count(*) from oidc_sign_outs h where h.client_id = o.client_id and h.state = 'waiting'
            and h.leased_until > ${now}) as place
        from oidc_sign_outs o where state = 'waiting' and next_attempt_at <= ${now}
          and (leased_until is null or leased_until <= ${now})),
      taken as materialized (select o.grant_id from oidc_sign_outs o
        where o.grant_id = any(array(select grant_id from due where place <= ${at.ofOneClient}
            order by next_attempt_at limit ${at.atMost}))
          and o.state = 'waiting' and (o.leased_until is null or o.leased_until <= ${now})
        for update skip locked)
    update oidc_sign_outs o set leased_until = ${at.until.toISOString()}, attempts = o.attempts + 1
    from taken, oidc_clients c where o.grant_id = taken.grant_id and c.id = o.client_id
    returning o.grant_id as "grantId", o.client_id as "clientId", o.account_id as "accountId",
      c.backchannel_logout_uri as uri, c.id_token_alg as alg, c.sector, o.attempts, o.give_up_at as "giveUpAt"`)
  return rows.map((row) => ({ ...row, giveUpAt: new Date(row.giveUpAt), leasedUntil: at.until }))
}

/** What came of telling: a state, and when it is tried again where it waits. */
export type SignOutEnd = {
  readonly state: "waiting" | "confirmed" | "gave-up" | "untold"
  readonly answer: string | null
  readonly nextAttemptAt?: Date
  readonly now: Date
}

/** Writes down what came of telling; false when the lease was lost and another has it in hand. */
export async function settleSignOut(db: Executor, taken: LeasedSignOut, end: SignOutEnd): Promise<boolean> {
  const rows = await db
    .update(oidcSignOuts)
    .set({
      state: end.state,
      lastAnswer: end.answer,
      leasedUntil: null,
      ...(end.state === "confirmed" && { confirmedAt: end.now }),
      ...(end.nextAttemptAt && { nextAttemptAt: end.nextAttemptAt }),
    })
    .where(
      and(
        eq(oidcSignOuts.grantId, taken.grantId),
        eq(oidcSignOuts.leasedUntil, taken.leasedUntil),
        eq(oidcSignOuts.state, "waiting"),
      ),
    )
    .returning({ grantId: oidcSignOuts.grantId })
  return rows.length > 0
}

/** Deletes what was settled long ago, and grants of sessions that went by their own time; nothing rests on them any more. */
export async function purgeSignOuts(
  db: Executor,
  before: { readonly told: Date; readonly sessions: Date },
): Promise<void> {
  await db.delete(oidcSignOuts).where(lt(oidcSignOuts.endedAt, before.told))
  await db.execute(sql`delete from oidc_grants g using sessions s where s.id = g.session_id
    and s.revoked_at is null and s.expires_at < ${before.sessions.toISOString()}`)
}

/** How the telling of one client stands, or of one state of it. */
export type SignOutCount = {
  readonly systemCode: string
  readonly clientId: string
  readonly state: SignOutEnd["state"]
  readonly count: number
  readonly mostAttempts: number
  readonly lastAnswers: readonly string[]
  readonly nextAttemptAt: string | null
}

/** Which systems confirmed sign-outs since an instant, which are told again, and which were given up. */
export async function listSignOutCounts(db: Executor, since: Date): Promise<SignOutCount[]> {
  const rows = await db.execute<SignOutCount>(sql`
    select c.system_code as "systemCode", o.client_id as "clientId", o.state, count(*)::int as count,
      max(o.attempts) as "mostAttempts", coalesce(array_agg(distinct o.last_answer)
        filter (where o.last_answer is not null), '{}') as "lastAnswers",
      min(o.next_attempt_at) filter (where o.state = 'waiting') as "nextAttemptAt"
    from oidc_sign_outs o join oidc_clients c on c.id = o.client_id where o.ended_at >= ${since.toISOString()}
    group by c.system_code, o.client_id, o.state order by c.system_code, o.client_id, o.state`)
  return [...rows]
}
