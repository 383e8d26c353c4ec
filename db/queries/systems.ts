import { sql } from "drizzle-orm"
import { todayAt } from "@/db/queries/access"
import { periodsJson } from "@/db/queries/systems-predicates"
import type { systems } from "@/db/schema/systems"
import type { units } from "@/db/schema/units"
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
  readonly records: boolean
  readonly certifies: boolean
  readonly openToKinds: (typeof systems.$inferSelect)["openToKinds"]
  readonly openToProvinces: (typeof systems.$inferSelect)["openToProvinces"]
  readonly isNamedOnly: boolean
  readonly isNamed: boolean
  readonly unitKind: (typeof units.$inferSelect)["kind"]
  readonly provinceCode: string | null
  readonly announcementTh: string
  readonly announcementEn: string
  readonly announcementUntil: string | null
  readonly periods: readonly {
    readonly nameTh: string
    readonly nameEn: string
    readonly scope: "all" | "record" | "certify"
    readonly opensOn: string
    readonly closesOn: string
  }[]
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
      r.name_th as "roleTh", r.name_en as "roleEn", g.valid_until as "validUntil", r.records, r.certifies,
      s.open_to_kinds as "openToKinds", s.open_to_provinces as "openToProvinces", s.is_named_only as "isNamedOnly",
      exists (select 1 from system_units su where su.system_code = s.code and su.unit_id = u.id) as "isNamed",
      u.kind as "unitKind", u.province_code as "provinceCode", s.announcement_th as "announcementTh",
      s.announcement_en as "announcementEn", s.announcement_until as "announcementUntil", ${periodsJson} as periods
    from grants g join memberships m on m.id = g.membership_id join units u on u.id = m.unit_id
      join system_roles r on r.id = g.system_role_id join systems s on s.code = r.system_code
    where g.membership_id in ${[...membershipIds]} and g.state = 'active' and (g.valid_until is null
      or g.valid_until >= ${todayAt(now)})
    order by s.sort, s.code, r.sort`)
  return [...rows]
}

/** Where the sign-in of a connected system begins, and when somebody last went in, in the name of one unit. */
export type WayIn = {
  readonly unitId: string
  readonly systemCode: string
  readonly startUri: string
  readonly openedAt: Date | null
}

/** The ways into the systems that have an open client which says where its sign-in begins; never one for trying out. */
export async function listWaysIn(db: Executor, membershipIds: readonly string[]): Promise<WayIn[]> {
  if (membershipIds.length === 0) return []
  const rows = await db.execute<Omit<WayIn, "openedAt"> & { readonly openedAt: string | null }>(sql`
    select m.unit_id as "unitId", c.system_code as "systemCode", c.start_uri as "startUri", o.opened_at as "openedAt"
    from (select distinct on (system_code) system_code, start_uri from oidc_clients
        where closed_at is null and not is_sandbox and start_uri is not null
        order by system_code, created_at) c
      cross join memberships m
      left join system_openings o on o.membership_id = m.id and o.system_code = c.system_code
    where m.id in ${[...membershipIds]}`)
  return rows.map((row) => ({ ...row, openedAt: row.openedAt ? new Date(row.openedAt) : null }))
}

/** A system with its roles, and what decides whether one unit may use it. */
export type SystemOfUnit = {
  readonly code: string
  readonly nameTh: string
  readonly nameEn: string
  readonly purposeTh: string
  readonly purposeEn: string
  readonly category: HeldRole["category"]
  readonly state: HeldRole["state"]
  readonly contactName: string
  readonly contactTelephone: string
  readonly contactEmail: string
  readonly openToKinds: (typeof systems.$inferSelect)["openToKinds"]
  readonly openToProvinces: (typeof systems.$inferSelect)["openToProvinces"]
  readonly isNamedOnly: boolean
  readonly allowsConflicts: boolean
  readonly isNamed: boolean
  readonly unitKind: (typeof units.$inferSelect)["kind"]
  readonly provinceCode: string | null
  readonly roles: readonly {
    readonly id: string
    readonly key: string
    readonly nameTh: string
    readonly nameEn: string
    readonly aboutTh: string
    readonly aboutEn: string
    readonly records: boolean
    readonly certifies: boolean
  }[]
}

/** Every connected system as one unit stands to it, in the order of the catalogue. */
export async function listSystemsOf(db: Executor, unitId: string): Promise<SystemOfUnit[]> {
  const rows = await db.execute<SystemOfUnit>(sql`
    select s.code, s.name_th as "nameTh", s.name_en as "nameEn", s.purpose_th as "purposeTh",
      s.purpose_en as "purposeEn", s.category, s.state, s.contact_name as "contactName",
      s.contact_telephone as "contactTelephone", s.contact_email as "contactEmail", s.open_to_kinds as "openToKinds",
      s.open_to_provinces as "openToProvinces", s.is_named_only as "isNamedOnly", s.allows_conflicts as "allowsConflicts",
      exists (select 1 from system_units su where su.system_code = s.code and su.unit_id = u.id) as "isNamed",
      u.kind as "unitKind", u.province_code as "provinceCode",
      (select coalesce(json_agg(json_build_object('id', r.id, 'key', r.key, 'nameTh', r.name_th, 'nameEn', r.name_en,
          'aboutTh', r.about_th, 'aboutEn', r.about_en, 'records', r.records, 'certifies', r.certifies) order by r.sort), '[]')
        from system_roles r where r.system_code = s.code) as roles
    from systems s, units u where u.id = ${unitId}
    order by s.sort, s.code`)
  return [...rows]
}
