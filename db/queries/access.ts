import { sql } from "drizzle-orm"
import type { Executor } from "@/db/types"

/** An SSO Admin as anyone may see him: no e-mail, no mobile, no number. */
export type UnitAdmin = {
  readonly unitId: string
  readonly membershipId: string
  readonly name: string
  readonly post: string
  readonly officeTelephone: string | null
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
      (select (${now.toISOString()}::timestamptz at time zone 'Asia/Bangkok')::date as today) d
    where m.unit_id in ${[...unitIds]} and a.state = 'active' and m.state = 'active' and m.valid_from <= d.today
      and (m.valid_until is null or m.valid_until >= d.today)
      and exists (select 1 from admin_appointments ap where ap.membership_id = m.id and ap.ended_at is null
        and ap.valid_from <= d.today and (ap.valid_until is null or ap.valid_until >= d.today))
    order by p.given_name_th collate "th-x-icu", p.family_name_th collate "th-x-icu"`)
  return [...rows]
}
