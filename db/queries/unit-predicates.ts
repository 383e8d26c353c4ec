import { type SQL, sql } from "drizzle-orm"
import { isMembershipInForce, isUnitAdmin, today } from "./access"

/** Whether the unit whose id stands in `unitId` has an SSO Admin today who can work. */
export function hasWorkingAdmin(unitId: SQL, now: Date): SQL {
  return sql`exists (select 1 from memberships m join accounts a on a.id = m.account_id, ${today(now)}
    where m.unit_id = ${unitId} and a.state = 'active' and ${isMembershipInForce} and ${isUnitAdmin}
      and (a.powers_held_until is null or a.powers_held_until <= ${now.toISOString()}))`
}

/**
 * The id of the unit that a code means: today's, else the one that bore it last; the unit that took that one up, where one
 * did.
 */
export function unitIdOf(code: string): SQL {
  return sql`coalesce((select k.id from units k where k.code = ${code}), (
    select coalesce(k.merged_into_id, k.id) from unit_codes c join units k on k.id = c.unit_id
    where c.code = ${code} order by c.valid_from desc limit 1))`
}
