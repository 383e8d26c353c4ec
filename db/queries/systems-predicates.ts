import { type SQL, sql } from "drizzle-orm"
import type { systems } from "@/db/schema/systems"
import type { units } from "@/db/schema/units"

/** The opening periods of the system `s`, as a JSON array. */
export const periodsJson = sql`(select coalesce(json_agg(json_build_object('nameTh', op.name_th, 'nameEn', op.name_en,
    'scope', op.scope, 'opensOn', op.opens_on, 'closesOn', op.closes_on) order by op.opens_on), '[]')
  from opening_periods op where op.system_code = s.code)`

/**
 * Of each kind of work for which the system `s` has opening periods, one that stands for all: today where one of them
 * runs, else a day that never comes. A system has dozens of them, and a code or a token is refused without words.
 */
const periodsAtDoorJson = sql`(select coalesce(json_agg(json_build_object('nameTh', '', 'nameEn', '', 'scope', op.scope,
    'opensOn', op.day, 'closesOn', op.day)), '[]')
  from (select p.scope, coalesce(max(case when d.today between p.opens_on and p.closes_on then d.today end)::text, '') as day
    from opening_periods p where p.system_code = s.code group by p.scope) op)`

/** What of a held role decides whether it opens its system today. */
export type RoleAtDoor = {
  readonly roleKey: string
  readonly records: boolean
  readonly certifies: boolean
  readonly state: (typeof systems.$inferSelect)["state"]
  readonly openToKinds: (typeof systems.$inferSelect)["openToKinds"]
  readonly openToProvinces: (typeof systems.$inferSelect)["openToProvinces"]
  readonly isNamedOnly: boolean
  readonly isNamed: boolean
  readonly unitKind: (typeof units.$inferSelect)["kind"]
  readonly provinceCode: string | null
  readonly periods: readonly {
    readonly nameTh: string
    readonly nameEn: string
    readonly scope: "all" | "record" | "certify"
    readonly opensOn: string
    readonly closesOn: string
  }[]
}

/**
 * The roles in force on `d.today` that the membership `m` of the unit `u` holds in the system of a code, as a JSON array of
 * `RoleAtDoor`. They say whether a role opens the system today; of the periods no more.
 */
export function rolesAtDoorJson(systemCode: SQL): SQL {
  return sql`(select coalesce(json_agg(json_build_object('roleKey', r.key, 'records', r.records,
      'certifies', r.certifies, 'state', s.state, 'openToKinds', s.open_to_kinds,
      'openToProvinces', s.open_to_provinces, 'isNamedOnly', s.is_named_only,
      'isNamed', exists (select 1 from system_units su where su.system_code = s.code and su.unit_id = u.id),
      'unitKind', u.kind, 'provinceCode', u.province_code, 'periods', ${periodsAtDoorJson}) order by r.sort), '[]')
    from grants hg join system_roles r on r.id = hg.system_role_id join systems s on s.code = r.system_code
    where hg.membership_id = m.id and r.system_code = ${systemCode} and hg.state = 'active'
      and (hg.valid_until is null or hg.valid_until >= d.today))`
}

/** Whether the unit `u` is among those that may use the system `y`: the rule of `unitBar` (`lib/systems/rules.ts`). */
export const isUnitLetIn = sql`(u.kind = 'department' or (
  (y.open_to_kinds is null or u.kind = any(y.open_to_kinds))
  and (y.open_to_provinces is null or coalesce(u.province_code = any(y.open_to_provinces), false))
  and (not y.is_named_only or exists (select 1 from system_units su
    where su.system_code = y.code and su.unit_id = u.id))))`

/** Whether the system `y` is open on `d.today` for the role `r`: the rule of `openingFor`. */
export const isOpenForRole = sql`coalesce((select bool_or(d.today between op.opens_on and op.closes_on)
  from opening_periods op where op.system_code = y.code and (op.scope = 'all'
    or (op.scope = 'record' and r.records) or (op.scope = 'certify' and r.certifies))), true)`
