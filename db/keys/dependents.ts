import { sql } from "drizzle-orm"
import type { Executor } from "@/db/types"
import { passwordLimits } from "@/lib/signin/rules"

/** What is known by a keyed hash alone and was made before the active key was: how much, and when the last is over. */
export type HashOnly = {
  readonly what: string
  readonly count: number
  readonly until: Date | null
}

/** A month of the audit with links of a key. */
export type AuditLinks = { readonly keyId: string; readonly firstMonth: string; readonly lastMonth: string }

const day = 24 * 60 * 60_000

/** How long counters of failures and limits count at the most, and with them all else but browsers, in milliseconds. */
export const countersLast = Math.max(passwordLimits.forgetAfter, passwordLimits.dayWindow) * 1000

/** How long a browser is remembered that does not sign in (`purgeOnce`), in milliseconds. */
const browsersLast = 365 * day

/** Rows in force that may be hashed under a former key: those made before `since`, when the active one became so. */
export async function listHashOnly(db: Executor, since: Date, now: Date): Promise<HashOnly[]> {
  const [before, at] = [since.toISOString(), now.toISOString()]
  const [row] = await db.execute<Record<string, number | string | null>>(sql`
    select s.n as sessions, s.until as sessions_until, f.n as flows, f.until as flows_until,
      h.n as errands, h.until as errands_until, e.n as changes, e.until as changes_until, v.n as recoveries, v.until as recoveries_until,
      w.n as alarms, w.until as alarms_until, 
      i.n as invitations, i.until as invitations_until, q.n as requests, q.until as requests_until, o.n as prints,
      o.until as prints_until, k.n as browsers, k.last as browsers_last, t.n + r.n as counters
    from (select count(*)::int as n, max(expires_at) as until from sessions
        where authenticated_at < ${before} and revoked_at is null and expires_at > ${at}) s,
      (select count(*)::int as n, max(expires_at) as until from login_flows
        where created_at < ${before} and closed_at is null and expires_at > ${at}) f,
      (select count(*)::int as n, max(expires_at) as until from thaid_attempts
        where created_at < ${before} and used_at is null and expires_at > ${at}) h,
      (select count(*)::int as n, max(expires_at) as until from email_changes
        where sent_at < ${before} and closed_at is null and expires_at > ${at}) e,
      (select count(*)::int as n, max(expires_at) as until from recoveries
        where created_at < ${before} and closed_at is null and expires_at > ${at}) v,
      (select count(*)::int as n, max(expires_at) as until from alarms
        where created_at < ${before} and used_at is null and expires_at > ${at}) w,
      (select count(*)::int as n, max(expires_at) as until from invitations
        where created_at < ${before} and ended_at is null and expires_at > ${at}) i,
      (select count(*)::int as n, max(expires_at) filter (where state <> 'submitted') as until from registrations
        where created_at < ${before} and (state = 'submitted' or (state in ('draft', 'returned') and expires_at > ${at}))) q,
      (select count(*)::int as n, max(expires_at) as until from orders
        where printed_at < ${before} and state in ('draft', 'returned') and expires_at > ${at}) o,
      (select count(*)::int as n, max(last_signed_in_at) as last from known_devices
        where last_signed_in_at < ${before}) k,
      (select count(*)::int as n from signin_throttles where last_failed_at < ${before}
        and last_failed_at > ${new Date(now.getTime() - countersLast).toISOString()}) t,
      (select count(*)::int as n from rate_limits where window_ends_at > ${at}
        and window_ends_at < ${new Date(since.getTime() + countersLast).toISOString()}) r`)
  const date = (value: unknown) => (typeof value === "string" ? new Date(value) : null)
  const later = (from: Date | null, time: number) => from && new Date(from.getTime() + time)
  const counters = Number(row?.counters ?? 0)
  return [
    { what: "sessions", count: Number(row?.sessions ?? 0), until: date(row?.sessions_until) },
    { what: "open sign-ins with their codes", count: Number(row?.flows ?? 0), until: date(row?.flows_until) },
    { what: "open errands to ThaiID", count: Number(row?.errands ?? 0), until: date(row?.errands_until) },
    {
      what: "e-mail addresses that wait for their codes",
      count: Number(row?.changes ?? 0),
      until: date(row?.changes_until),
    },
    { what: "open recoveries", count: Number(row?.recoveries ?? 0), until: date(row?.recoveries_until) },
    {
      what: "links of mails that raise an alarm",
      count: Number(row?.alarms ?? 0),
      until: date(row?.alarms_until),
    },
    {
      what: "open invitations with their codes",
      count: Number(row?.invitations ?? 0),
      until: date(row?.invitations_until),
    },
    {
      what: "registrations that are open, with their secrets",
      count: Number(row?.requests ?? 0),
      until: date(row?.requests_until),
    },
    {
      what: "printed orders whose scan is not here yet, by the code on each page",
      count: Number(row?.prints ?? 0),
      until: date(row?.prints_until),
    },
    {
      what: "counters of failures and limits, at most",
      count: counters,
      until: counters > 0 ? later(since, countersLast) : null,
    },
    {
      what: "known browsers",
      count: Number(row?.browsers ?? 0),
      until: later(date(row?.browsers_last), browsersLast),
    },
  ]
}

/** Which keys sealed the audit that is kept, links and closings, or signed decisions, and from which month to which. */
export async function listAuditLinks(db: Executor): Promise<AuditLinks[]> {
  return await db.execute<AuditLinks>(sql`
    select key_id as "keyId", min(month)::text as "firstMonth", max(month)::text as "lastMonth"
    from (select distinct key_id, month from audit_seals union select key_id, month from audit_months
      union select distinct mac_key_id, date_trunc('month', decided_at at time zone 'UTC')::date from decisions) k
    group by key_id order by key_id`)
}
