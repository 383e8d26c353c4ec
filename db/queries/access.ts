import { type SQL, sql } from "drizzle-orm"
import type { Executor } from "@/db/types"
import type { Actor } from "@/lib/kernel/actor"
import { isWithin } from "./path-predicates"

/** An SSO Admin as anyone may see him: no e-mail, no mobile, no number. */
export type UnitAdmin = {
  readonly unitId: string
  readonly membershipId: string
  readonly name: string
  readonly post: string
  readonly officeTelephone: string | null
}

/** The date in Bangkok, as SQL, at an instant or at one that stands in a prebuilt statement. */
export const todayAt = (now: Date | SQL): SQL =>
  sql`(${now instanceof Date ? now.toISOString() : now}::timestamptz at time zone 'Asia/Bangkok')::date`

/** The date in Bangkok as the one row of a table `d`, which the two conditions below look at. */
export const today = (now: Date | SQL): SQL => sql`(select ${todayAt(now)} as today) d`

/** Whether the membership `m` is in force on `d.today`. */
export const isMembershipInForce: SQL = sql`(m.state = 'active' and m.valid_from <= d.today
  and (m.valid_until is null or m.valid_until >= d.today))`

/** Whether an appointment in force on `d.today` makes the membership `m` an SSO Admin of its unit. */
export const isUnitAdmin: SQL = sql`exists (select 1 from admin_appointments ap where ap.membership_id = m.id
  and ap.ended_at is null and ap.valid_from <= d.today and (ap.valid_until is null or ap.valid_until >= d.today))`

/** How the membership `m` of the account `a` stands on `d.today`: the first thing that keeps its owner out. */
export const standingSql: SQL = sql`(case when m.state = 'ended' then 'ended' when m.state = 'suspended' then 'suspended'
  when m.valid_until < d.today then 'over' when m.valid_from > d.today then 'not-begun'
  when a.state = 'active' then 'active' when a.state = 'invited' then 'invited' else 'account-' || a.state end)`

/**
 * The predicate of every list: rows whose unit path stands within the actor's reach. The same rule as `isWithinReach`.
 *
 * @param path the column that holds a unit's materialised path
 */
export function withinReach(actor: Actor, path: SQL): SQL {
  if (actor.kind === "visitor" || actor.kind === "client") return sql`false`
  if (actor.kind === "system" || actor.roles.length > 0) return sql`true`
  const reached = actor.seats.filter((seat) => seat.isAdmin)
  if (reached.length === 0) return sql`false`
  const each = reached.map((seat) => isWithin(path, seat.path))
  return sql`(${sql.join(each, sql` or `)})`
}

/** The same people as `listUnitAdmins`, as a JSON array for the unit whose id stands in `unitId`: one round trip for a list. */
export function unitAdminsJson(unitId: SQL, now: Date): SQL {
  return sql`(
    select coalesce(json_agg(json_build_object('membershipId', m.id,
        'name', concat(p.title_th, p.given_name_th, ' ', p.family_name_th), 'post', m.post,
        'officeTelephone', m.office_telephone)
      order by p.given_name_th collate "th-x-icu", p.family_name_th collate "th-x-icu"), '[]')
    from memberships m join accounts a on a.id = m.account_id join persons p on p.id = a.person_id,
      ${today(now)}
    where m.unit_id = ${unitId} and a.state = 'active' and ${isMembershipInForce} and ${isUnitAdmin})`
}

/** The SSO Admins in force today of these units: active account, active membership, appointment within its dates. */
export async function listUnitAdmins(
  db: Executor,
  unitIds: readonly string[],
  now: Date,
): Promise<UnitAdmin[]> {
  if (unitIds.length === 0) return []
  const rows = await db.execute<UnitAdmin>(sql`
    select m.unit_id as "unitId", m.id as "membershipId",
      concat(p.title_th, p.given_name_th, ' ', p.family_name_th) as name, m.post,
      m.office_telephone as "officeTelephone"
    from memberships m join accounts a on a.id = m.account_id join persons p on p.id = a.person_id,
      ${today(now)}
    where m.unit_id in ${[...unitIds]} and a.state = 'active' and ${isMembershipInForce} and ${isUnitAdmin}
    order by p.given_name_th collate "th-x-icu", p.family_name_th collate "th-x-icu"`)
  return [...rows]
}
