import { eq, sql } from "drizzle-orm"
import { accounts, persons } from "@/db/schema/identity"
import type { Executor } from "@/db/types"
import { isMembershipInForce, isUnitAdmin, standingSql, today } from "./access"

/** Somebody of the unit, as far as an import compares him. */
export type KnownMember = {
  readonly hash: string
  readonly accountId: string
  readonly membershipId: string | null
  readonly post: string
  readonly staffKind: string
  readonly staffReason: string
  readonly officeTelephone: string | null
  readonly orderText: string
  readonly validUntil: string | null
  readonly roles: readonly { readonly id: string; readonly until: string | null }[]
}

/**
 * Everybody of one unit by the keyed hash of his number, and whoever it has an open offer for (without a membership).
 * Nothing of other units is looked at.
 */
export async function listKnownOf(
  db: Executor,
  at: { readonly unitId: string; readonly now: Date; readonly today: string },
): Promise<KnownMember[]> {
  const rows = await db.execute<KnownMember>(sql`
    select encode(p.national_id_hash, 'hex') as hash, m.account_id as "accountId", m.id as "membershipId", m.post,
      m.staff_kind as "staffKind", m.staff_reason as "staffReason", m.office_telephone as "officeTelephone",
      m.order_text as "orderText", m.valid_until as "validUntil",
      coalesce((select json_agg(json_build_object('id', g.system_role_id, 'until', g.valid_until)) from grants g
        where g.membership_id = m.id and g.state = 'active' and (g.valid_until is null or g.valid_until >= ${at.today})), '[]') as roles
    from memberships m join accounts a on a.id = m.account_id join persons p on p.id = a.person_id
    where m.unit_id = ${at.unitId} and m.state <> 'ended'
      and (m.state = 'suspended' or m.valid_until is null or m.valid_until >= ${at.today})
    union all
    select encode(p.national_id_hash, 'hex'), o.account_id, null, '', '', '', null, '', null, '[]'
    from membership_offers o join accounts a on a.id = o.account_id join persons p on p.id = a.person_id
    where o.unit_id = ${at.unitId} and o.state = 'open' and o.expires_at > ${at.now.toISOString()}`)
  return [...rows]
}

/** The keyed hash of an account's own number. */
export async function findOwnHash(db: Executor, accountId: string): Promise<Buffer | undefined> {
  const [row] = await db
    .select({ hash: persons.nationalIdHash })
    .from(accounts)
    .innerJoin(persons, eq(persons.id, accounts.personId))
    .where(eq(accounts.id, accountId))
  return row?.hash
}

/** A role with the system it belongs to, and what decides whether a unit may use it. */
export type OfferedRole = {
  readonly systemRoleId: string
  readonly systemCode: string
  readonly systemTh: string
  readonly systemEn: string
  readonly nameTh: string
  readonly nameEn: string
  readonly records: boolean
  readonly certifies: boolean
  readonly allowsConflicts: boolean
  readonly openToKinds: string[] | null
  readonly openToProvinces: string[] | null
  readonly isNamedOnly: boolean
  readonly unitKind: string
  readonly provinceCode: string | null
  readonly isNamed: boolean
}

/** Every role of every system, as it stands for a unit. */
export async function listRolesOf(db: Executor, unitId: string): Promise<OfferedRole[]> {
  const rows = await db.execute<OfferedRole>(sql`
    select r.id as "systemRoleId", s.code as "systemCode", s.name_th as "systemTh", s.name_en as "systemEn",
      r.name_th as "nameTh", r.name_en as "nameEn", r.records, r.certifies, s.allows_conflicts as "allowsConflicts",
      s.open_to_kinds as "openToKinds", s.open_to_provinces as "openToProvinces", s.is_named_only as "isNamedOnly",
      u.kind as "unitKind", u.province_code as "provinceCode",
      exists (select 1 from system_units su where su.system_code = s.code and su.unit_id = u.id) as "isNamed"
    from system_roles r join systems s on s.code = r.system_code, units u where u.id = ${unitId}
    order by s.sort, s.code, r.sort`)
  return [...rows]
}

/** A user of a unit as he is taken out to a workbook. */
export type ExportedUser = {
  readonly personId: string
  readonly nationalIdSealed: Buffer
  readonly name: string
  readonly username: string | null
  readonly email: string | null
  readonly post: string
  readonly staffKind: "local-government" | "employee" | "department" | "other"
  readonly officeTelephone: string | null
  readonly orderText: string
  readonly validFrom: string
  readonly validUntil: string | null
  readonly standing: string
  readonly isAdmin: boolean
  readonly roles: readonly {
    readonly systemCode: string
    readonly nameTh: string
    readonly nameEn: string
    readonly validUntil: string | null
  }[]
}

/** Everybody of a unit who has not left, by name, with the roles in force. */
export async function listExportedUsers(db: Executor, unitId: string, now: Date): Promise<ExportedUser[]> {
  const rows = await db.execute<
    Omit<ExportedUser, "nationalIdSealed"> & { nationalIdSealed: Uint8Array }
  >(sql`
    select p.id as "personId", p.national_id_sealed as "nationalIdSealed",
      concat(p.title_th, p.given_name_th, ' ', p.family_name_th) as name, a.username, a.email, m.post,
      m.staff_kind as "staffKind", m.office_telephone as "officeTelephone", m.order_text as "orderText",
      m.valid_from as "validFrom", m.valid_until as "validUntil", ${standingSql} as standing,
      ${isMembershipInForce} and ${isUnitAdmin} as "isAdmin",
      coalesce((select json_agg(json_build_object('systemCode', r.system_code, 'nameTh', r.name_th, 'nameEn', r.name_en,
          'validUntil', g.valid_until) order by r.system_code, r.sort)
        from grants g join system_roles r on r.id = g.system_role_id
        where g.membership_id = m.id and g.state = 'active' and (g.valid_until is null or g.valid_until >= d.today)), '[]') as roles
    from memberships m join accounts a on a.id = m.account_id join persons p on p.id = a.person_id, ${today(now)}
    where m.unit_id = ${unitId} and m.state <> 'ended'
    order by p.given_name_th collate "th-x-icu", p.family_name_th collate "th-x-icu", m.id`)
  return rows.map((row) => ({ ...row, nationalIdSealed: Buffer.from(row.nationalIdSealed) }))
}
