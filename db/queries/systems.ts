import { sql } from "drizzle-orm"
import { todayAt } from "@/db/queries/access"
import type { Executor } from "@/db/types"

/** One role that a person holds in one system in the name of one unit. */
export type HeldRole = {
  readonly unitId: string
  readonly systemCode: string
  readonly nameTh: string
  readonly nameEn: string
  readonly purposeTh: string
  readonly purposeEn: string
  readonly category: "reports" | "finance" | "people" | "education" | "citizens" | "office"
  readonly state: "not-connected" | "open" | "closed"
  readonly roleKey: string
  readonly roleTh: string
  readonly roleEn: string
  readonly validUntil: string | null
}

/** The roles in force today of these memberships, in the order in which the launcher shows them. */
export async function listHeldRoles(
  db: Executor,
  membershipIds: readonly string[],
  now: Date,
): Promise<HeldRole[]> {
  if (membershipIds.length === 0) return []
  const rows = await db.execute<HeldRole>(sql`
    select m.unit_id as "unitId", s.code as "systemCode", s.name_th as "nameTh", s.name_en as "nameEn",
      s.purpose_th as "purposeTh", s.purpose_en as "purposeEn", s.category, s.state, r.key as "roleKey",
      r.name_th as "roleTh", r.name_en as "roleEn", g.valid_until as "validUntil"
    from grants g join memberships m on m.id = g.membership_id join system_roles r on r.id = g.system_role_id
      join systems s on s.code = r.system_code
    where g.membership_id in ${[...membershipIds]} and g.state = 'active' and (g.valid_until is null
      or g.valid_until >= ${todayAt(now)})
    order by s.sort, s.code, r.sort`)
  return [...rows]
}
