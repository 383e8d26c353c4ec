import { sql } from "drizzle-orm"
import type { Executor } from "@/db/types"

/** A transfer as one of its two units reads it. */
export type TransferLine = {
  readonly id: string
  readonly accountId: string
  readonly name: string
  readonly isFrom: boolean
  readonly fromTh: string
  readonly fromEn: string | null
  readonly toTh: string
  readonly toEn: string | null
  readonly post: string
  readonly orderText: string
  readonly effectiveOn: string
  readonly state: "open" | "agreed" | "done" | "refused" | "withdrawn" | "expired"
  readonly openedBy: string
  readonly openedAt: Date
  readonly expiresAt: Date
  readonly closedReason: string
  /** How many roles begin in the new unit, and how many could not be given. */
  readonly roles: number
  readonly rolesLost: number
}

/** The transfers of a unit, either way, that wait or ended since an instant; what waits first. */
export async function listTransfers(db: Executor, unitId: string, since: Date): Promise<TransferLine[]> {
  const rows = await db.execute<
    Omit<TransferLine, "openedAt" | "expiresAt"> & { openedAt: string; expiresAt: string }
  >(sql`
    select t.id, t.account_id as "accountId", concat(p.title_th, p.given_name_th, ' ', p.family_name_th) as name,
      t.from_unit_id = ${unitId} as "isFrom", f.name_th as "fromTh", f.name_en as "fromEn", u.name_th as "toTh",
      u.name_en as "toEn", t.post, t.order_text as "orderText", t.effective_on::text as "effectiveOn", t.state,
      t.opened_by as "openedBy", t.opened_at as "openedAt", t.expires_at as "expiresAt",
      t.closed_reason as "closedReason",
      (select count(*)::int from transfer_grants g where g.transfer_id = t.id) as roles,
      (select count(*)::int from transfer_grants g where g.transfer_id = t.id and not g.is_kept
        and t.state = 'done') as "rolesLost"
    from transfers t join accounts a on a.id = t.account_id join persons p on p.id = a.person_id
      join units f on f.id = t.from_unit_id join units u on u.id = t.to_unit_id
    where (t.from_unit_id = ${unitId} or t.to_unit_id = ${unitId})
      and (t.state in ('open', 'agreed') or t.closed_at > ${since.toISOString()})
    order by t.state not in ('open', 'agreed'), t.opened_at desc limit 200`)
  return rows.map((row) => ({
    ...row,
    openedAt: new Date(row.openedAt),
    expiresAt: new Date(row.expiresAt),
  }))
}

/** A role that can be given to somebody of a unit. */
export type OfferedRole = {
  readonly systemRoleId: string
  readonly systemTh: string
  readonly systemEn: string
  readonly roleTh: string
  readonly roleEn: string
}

/** The roles of the systems that a unit may use. The same rule as `unitBar`, and granting asks that itself once more. */
export async function listOfferedRoles(db: Executor, unitId: string): Promise<OfferedRole[]> {
  const rows = await db.execute<OfferedRole>(sql`
    select r.id as "systemRoleId", s.name_th as "systemTh", s.name_en as "systemEn", r.name_th as "roleTh",
      r.name_en as "roleEn"
    from system_roles r join systems s on s.code = r.system_code, units u
    where u.id = ${unitId} and (s.open_to_kinds is null or u.kind = any(s.open_to_kinds))
      and (s.open_to_provinces is null or u.province_code = any(s.open_to_provinces))
      and (not s.is_named_only or exists (select 1 from system_units su
        where su.system_code = s.code and su.unit_id = u.id))
    order by s.sort, s.code, r.sort`)
  return [...rows]
}

/** A user of a unit who may be transferred. */
export async function findTransferee(
  db: Executor,
  at: { readonly unitId: string; readonly membershipId: string },
) {
  const [row] = await db.execute<{
    id: string
    accountId: string
    name: string
    post: string
    staffKind: string
    staffReason: string
  }>(sql`
    select m.id, m.account_id as "accountId", m.post, m.staff_kind as "staffKind", m.staff_reason as "staffReason",
      concat(p.title_th, p.given_name_th, ' ', p.family_name_th) as name
    from memberships m join accounts a on a.id = m.account_id join persons p on p.id = a.person_id
    where m.id = ${at.membershipId} and m.unit_id = ${at.unitId} and m.state = 'active'`)
  return row
}
