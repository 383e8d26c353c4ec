import { type SQL, sql } from "drizzle-orm"
import { isMembershipInForce, isUnitAdmin, today } from "./access"

/** Whom a reviewer is taken for: his account, and the hashes of his national ID. */
export type Self = { readonly accountId: string; readonly nationalIdHashes: readonly Buffer[] }

/**
 * Whether a case `c` is about the reviewer himself: it is his request, names him, was made or handed in by him, or came by
 * an activation code that he issued. By the person, whichever account it led to. Looked up from his side, so that a long queue costs no more.
 */
export function isOwnCase({ accountId, nationalIdHashes }: Self): SQL {
  const hashes = sql.join(
    nationalIdHashes.map((hash) => sql`${hash}`),
    sql`, `,
  )
  return sql`(c.subject_id in (
    select r.id from registrations r where r.national_id_hash in (${hashes})
    union all select op.order_id from order_people op where op.national_id_hash in (${hashes})
    union all select o.id from orders o where o.made_by = ${accountId}
    union all select o.id from orders o where o.submitted_by = ${accountId}
    union all select v.order_id from activation_codes ac join activations v on v.code_id = ac.id
      where ac.issued_by = ${accountId}))`
}

/**
 * Whether no SSO Admin of the case's unit `u` can decide the case `c`: there is none in force with an open account and
 * unheld powers, or all there are stand in the request themselves.
 */
export function isNobodyThere(now: Date): SQL {
  return sql`not exists (select 1 from memberships m join accounts a on a.id = m.account_id
      join persons p on p.id = a.person_id, ${today(now)}
    where m.unit_id = c.unit_id and a.state = 'active' and ${isMembershipInForce} and ${isUnitAdmin}
      and (a.powers_held_until is null or a.powers_held_until <= ${now.toISOString()})
      and not exists (select 1 from registrations r where c.kind = 'registration' and r.id = c.subject_id
        and (r.account_id = a.id or r.national_id_hash = p.national_id_hash)))`
}

/**
 * Whether the case `c` came by an activation code and nobody in the nearest office above its unit can decide it: there is
 * no SSO Admin in force with an open account and unheld powers, but who issued the code or stands in the order.
 */
export function isOfficeShut(now: Date): SQL {
  return sql`(c.kind = 'order' and exists (select 1 from activations v join activation_codes ac on ac.id = v.code_id
      join units here on here.id = ac.unit_id
    where v.order_id = c.subject_id and not exists (select 1 from memberships m join accounts a on a.id = m.account_id
        join persons p on p.id = a.person_id, ${today(now)}
      where m.unit_id = here.parent_id and a.id <> ac.issued_by and a.state = 'active' and ${isMembershipInForce}
        and ${isUnitAdmin} and (a.powers_held_until is null or a.powers_held_until <= ${now.toISOString()})
        and not exists (select 1 from order_people op where op.order_id = v.order_id
          and op.national_id_hash = p.national_id_hash))))`
}
