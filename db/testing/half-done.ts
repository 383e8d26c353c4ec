import postgres from "postgres"
import { advisoryLocks } from "@/db/queries/advisory-locks"

/** The acts that open a session, and whether the password step of a sign-in `f` left it to wait for a mailed code. */
const opening = `('signin.code', 'signin.factor', 'signin.passkey-step', 'signin.passkey', 'signin.thaid',
  'invitations.accept-password', 'invitations.accept-thaid')`
const waitsForCode = `exists (
      select from audit_events e where e.action = 'signin.password' and e.detail ->> 'next' = 'code'
        and e.actor_id = f.account_id and e.at = f.created_at)`

/**
 * What must never be there, whatever was killed when: half of something that one transaction writes. Each statement
 * finds the rows whose other half is missing.
 */
const halves: Readonly<Record<string, string>> = {
  "a sign-in without a code": `
    select f.id from login_flows f where not exists (select from otp_codes c where c.flow_id = f.id)
      and ${waitsForCode}`,
  "a code without its mail": `
    select c.id from otp_codes c where not exists (select from outbox_mails m where m.id = c.mail_id)`,
  "a mail of a code that is none": `
    select m.id from outbox_mails m
    where m.template = 'otp-code' and not exists (select from otp_codes c where c.mail_id = m.id)`,
  "a sign-in that is not in the audit once": `
    select f.id from login_flows f where 1 <> (
      select count(*) from audit_events e where e.action = 'signin.password' and e.refusal is null
        and e.actor_id = f.account_id and e.at = f.created_at)`,
  "an audit entry without its sign-in": `
    select e.seq from audit_events e
    where e.action = 'signin.password' and e.refusal is null and e.detail ->> 'next' in ('code', 'factor')
      and not exists (select from login_flows f where f.account_id = e.actor_id and f.created_at = e.at)`,
  "a used code of a sign-in that is open": `
    select c.id from otp_codes c join login_flows f on f.id = c.flow_id
    where c.used_at is not null and f.closed_reason is distinct from 'signed-in'`,
  "a finished sign-in without exactly one used code": `
    select f.id from login_flows f where f.closed_reason = 'signed-in' and ${waitsForCode} and 1 <> (
      select count(*) from otp_codes c where c.flow_id = f.id and c.used_at is not null)`,
  "a finished sign-in without exactly one session": `
    select f.id from login_flows f where f.closed_reason = 'signed-in' and 1 <> (
      select count(*) from sessions s where s.account_id = f.account_id and s.authenticated_at = f.closed_at)`,
  "a session that is not in the audit once": `
    select s.id from sessions s where 1 <> (
      select count(*) from audit_events e where e.action in ${opening} and e.refusal is null
        and e.session_id = s.id and e.actor_id = s.account_id)`,
  "an audit entry without its session": `
    select e.seq from audit_events e where e.action in ${opening} and e.refusal is null
      and not exists (select from sessions s where s.id = e.session_id)`,
  "an errand to ThaiID that ended before it came back": `
    select t.id from thaid_attempts t where t.outcome is not null and t.used_at is null`,
  "an errand to ThaiID that ended well without its session": `
    select t.id from thaid_attempts t where t.outcome = 'done' and t.purpose in ('sign-in', 'accept') and 1 <> (
      select count(*) from audit_events e join sessions s on s.id = e.session_id
      where e.action in ('signin.thaid', 'invitations.accept-thaid') and e.refusal is null and e.subject_id = t.id)`,
  "an account in use whose invitation is open": `
    select i.id from invitations i where i.ended_at is null and exists (
      select from audit_events e where e.action in ('invitations.accept-password', 'invitations.accept-thaid')
        and e.refusal is null and e.actor_id = i.account_id and e.at > i.created_at)`,
  "a mail lost unsent": `
    select m.id from outbox_mails m
    where m.sent_at is null and (m.props_sealed is null or m.dropped_at is not null)`,
  "a sent mail that still says its code": `
    select m.id from outbox_mails m where m.sent_at is not null and m.props_sealed is not null`,
  "an event sealed twice": `
    select event_seq from audit_seals group by event_seq having count(*) > 1`,
  "a part of the reference data": `
    select 1 where 1 < (
      select count(distinct present) from (values
        (exists (select from provinces)), (exists (select from districts)), (exists (select from subdistricts)),
        (exists (select from units)), (exists (select from unit_codes)), (exists (select from systems)),
        (exists (select from audit_events where action = 'units.load-reference'))) t (present))`,
}

/** What is half-done in a database that nobody works on just now: how many of what. Nothing, when all is well. */
export async function halfDone(ownerUrl: string): Promise<string[]> {
  return await looking(ownerUrl, async (sql) => {
    const found: string[] = []
    for (const [name, statement] of Object.entries(halves)) {
      const { length } = await sql.unsafe(statement)
      if (length > 0) found.push(`${length}: ${name}`)
    }
    return found
  })
}

/** How many mails went to an address, and how many of them wait still. */
export async function countMails(ownerUrl: string, to: string): Promise<{ all: number; unsent: number }> {
  return await looking(ownerUrl, async (sql) => {
    const [row] = await sql<{ all: number; unsent: number }[]>`
      select count(*)::int as all, (count(*) filter (where sent_at is null))::int as unsent
      from outbox_mails where recipient = ${to}`
    return row ?? { all: 0, unsent: 0 }
  })
}

/** How many sessions were ever opened for the account with this e-mail address. */
export async function countSessions(ownerUrl: string, email: string): Promise<number> {
  return await looking(ownerUrl, async (sql) => {
    const [row] = await sql<{ count: number }[]>`
      select count(*)::int as count from sessions s join accounts a on a.id = s.account_id where a.email = ${email}`
    return row?.count ?? 0
  })
}

/** Holds the lock under which the audit is sealed, as a sealing job at work does. @returns how many seals came meanwhile */
export async function countSealsWhileLocked(ownerUrl: string, work: () => Promise<void>): Promise<number> {
  return await looking(ownerUrl, (sql) =>
    sql.begin(async (tx) => {
      await tx`select pg_advisory_xact_lock(${advisoryLocks.sealAudit})`
      const [before] = await tx<{ count: number }[]>`select count(*)::int as count from audit_seals`
      await work()
      const [after] = await tx<{ count: number }[]>`select count(*)::int as count from audit_seals`
      return (after?.count ?? 0) - (before?.count ?? 0)
    }),
  )
}

async function looking<T>(ownerUrl: string, look: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => {} })
  try {
    return await look(sql)
  } finally {
    await sql.end({ timeout: 5 })
  }
}
