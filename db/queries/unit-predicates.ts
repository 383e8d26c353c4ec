import { type SQL, sql } from "drizzle-orm"
import { isMembershipInForce, isUnitAdmin, today } from "./access"

/** Whether the unit whose id stands in `unitId` has an SSO Admin today who can work. */
export function hasWorkingAdmin(unitId: SQL, now: Date): SQL {
  return sql`exists (select 1 from memberships m join accounts a on a.id = m.account_id, ${today(now)}
    where m.unit_id = ${unitId} and a.state = 'active' and ${isMembershipInForce} and ${isUnitAdmin}
      and (a.powers_held_until is null or a.powers_held_until <= ${now.toISOString()}))`
}
