import { sql } from "drizzle-orm"
import type { Executor } from "@/db/types"

/** A line of what happened with an account: one event, or failures in a row on one day. */
export type ActivityLine = {
  readonly action: string
  readonly outcome: "done" | "portal" | "factor" | "refused" | "shut" | "asked"
  readonly doer: "owner" | "someone" | "staff" | "portal"
  readonly at: Date
  readonly count: number
  /** The browser of the session in which it was done, or which it opened, as long as that is known. */
  readonly userAgent: string | null
  readonly address: string | null
  /** The connected system that it was about. */
  readonly system: { readonly nameTh: string; readonly nameEn: string } | null
}

type Row = Omit<ActivityLine, "at"> & { at: string; total: number }

/** What happened with an account, the newest first: what it did itself, and what was done to it. */
export async function listActivity(
  db: Executor,
  wanted: {
    readonly accountId: string
    readonly since: Date
    readonly limit: number
    readonly offset: number
  },
): Promise<{ readonly lines: ActivityLine[]; readonly total: number }> {
  const { accountId, limit, offset } = wanted
  const columns = sql`seq, at, action, refusal, detail, session_id, actor_kind, actor_id`
  const since = wanted.since.toISOString()
  const rows = await db.execute<Row>(sql`
    with mine as (
      select ${columns} from audit_events where actor_id = ${accountId} and at > ${since}
      union all
      select ${columns} from audit_events
      where subject_id = ${accountId} and actor_id is distinct from ${accountId} and at > ${since}
      union all
      select ${columns} from audit_events
      where action = 'documents.view' and actor_id is distinct from ${accountId} and at > ${since} and subject_id in (
        select d.id from documents d left join registrations r on d.holder_kind = 'registration' and r.id = d.holder_id
        where d.uploaded_by = ${accountId} or r.account_id = ${accountId})
      union all
      select ${columns} from audit_events
      where action = 'orders.read-scan' and actor_id is distinct from ${accountId} and at > ${since} and subject_id in (
        select holder_id from documents where holder_kind = 'order' and uploaded_by = ${accountId})),
    told as (
      select seq, at, action, session_id,
        case when action like 'oidc.%' then detail ->> 'system' end as system,
        case when refusal in ('signin.suspended', 'signin.not-active', 'signin.no-email') then 'shut'
          when refusal = 'session.step-up-needed' then 'asked'
          when refusal is not null then 'refused' when detail ->> 'next' in ('portal', 'factor') then detail ->> 'next'
          else 'done' end as outcome,
        case when actor_kind = 'system' then 'portal' when actor_kind = 'visitor' then 'someone'
          when actor_id = ${accountId} then 'owner' else 'staff' end as doer,
        (at at time zone 'Asia/Bangkok')::date as day
      from mine
      -- being let in at a system is followed by its code, which is the line
      where action <> 'oidc.sign-in' or refusal is not null),
    begun as (
      select *, (lag(action) over w, lag(outcome) over w, lag(doer) over w, lag(day) over w, lag(system) over w)
          is distinct from (action, outcome, doer, day, system) or (outcome in ('done', 'portal', 'factor') and action not in
          ('documents.view', 'orders.read-scan', 'oidc.code', 'oidc.refresh', 'oidc.national-id')) as is_first
      from told window w as (order by at, seq)),
    numbered as (select *, sum(is_first::int) over (order by at, seq) as line from begun),
    lines as (
      select line, action, outcome, doer, max(at) as at, count(*)::int as count,
        (array_agg(session_id order by at desc, seq desc))[1] as session_id, min(system) as system
      from numbered group by line, action, outcome, doer)
    select l.action, l.outcome, l.doer, l.at, l.count, s.user_agent as "userAgent", host(s.address) as address,
      case when y.code is not null then json_build_object('nameTh', y.name_th, 'nameEn', y.name_en) end as system,
      (count(*) over ())::int as total
    from lines l left join sessions s on s.id = l.session_id and s.account_id = ${accountId}
      left join systems y on y.code = l.system
    order by l.line desc limit ${limit} offset ${offset}`)
  const lines = rows.map(({ total: _, at, ...line }) => ({ ...line, at: new Date(at) }))
  return { lines, total: rows[0]?.total ?? 0 }
}

/** An account whose password was tried in vain, and how its owner is reached. */
export type TriedAccount = {
  readonly accountId: string
  readonly email: string
  readonly locale: "th" | "en"
  readonly latest: Date
}

/** The highest number of an event so far. */
export async function findNewestEvent(db: Executor): Promise<number> {
  const [row] = await db.execute<{ seq: string | null }>(sql`select max(seq)::text as seq from audit_events`)
  return Number(row?.seq ?? 0)
}

/** Accounts with a failure numbered above `after` that have `least` or more since an instant. */
export async function listTriedAccounts(
  db: Executor,
  wanted: { readonly after: number; readonly since: Date; readonly least: number },
): Promise<TriedAccount[]> {
  const isFailure = sql`action = 'signin.password' and refusal in ('signin.wrong', 'signin.wait')
    and actor_id is not null`
  const since = wanted.since.toISOString()
  const rows = await db.execute<Omit<TriedAccount, "latest"> & { latest: string }>(sql`
    with tried as (select distinct actor_id from audit_events where seq > ${wanted.after} and ${isFailure})
    select a.id as "accountId", a.email, a.locale, f.latest
    from tried t join accounts a on a.id = t.actor_id,
      lateral (select count(*) as failures, max(at) as latest from audit_events
        where actor_id = t.actor_id and at > ${since} and ${isFailure}) f
    where f.failures >= ${wanted.least} and a.email_verified_at is not null and a.state = 'active'`)
  return rows.map((row) => ({ ...row, latest: new Date(row.latest) }))
}
