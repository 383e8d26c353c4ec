import { sql } from "drizzle-orm"

/** How a dispute about an account stands whose number ThaiID proves: to be found, frozen, or decided for its holder. */
export type Dispute = "new" | "frozen" | "settled"

/** SQL: account `a` came by a request in which the number was typed. */
export const cameTyped = sql`exists (select 1 from registrations r where r.account_id = a.id
  and r.proved_at is null and not coalesce(r.had_account, false))`

/** SQL: how the dispute about account `a` stands; null where ThaiID has proved its person, or nobody typed the number. */
export const disputeOf = sql`case
  when a.state = 'locked' and a.locked_reason = 'disputed' then 'frozen'
  when a.thaid_proved_at is not null or a.state not in ('invited', 'active', 'locked') or not ${cameTyped} then null
  when a.dispute_decided_at is not null then 'settled' else 'new' end`

/** SQL: a claim `r` by somebody whom ThaiID proved waits for its officer, or may yet be sent. */
export const isOpenClaim = (now: Date) => sql`(r.state = 'submitted'
  or (r.state in ('draft', 'returned') and r.expires_at > ${now.toISOString()}))`
