import { type SQL, sql } from "drizzle-orm"
import type { officeCoverage } from "@/db/schema/oversight"
import type { unitKinds } from "@/db/schema/units"
import type { Executor } from "@/db/types"
import { byPath, isWithin } from "./path-predicates"

/** What was counted below an office. */
export type Counted = Omit<typeof officeCoverage.$inferSelect, "officeId">

/** A unit directly below an office: an office with what was counted below it, or a local unit by itself. */
export type Child = {
  readonly code: string
  readonly kind: (typeof unitKinds)[number]
  readonly nameTh: string
  readonly nameEn: string | null
  readonly admins: number
  readonly orderEndsOn: string | null
  readonly adminSeenAt: Date | null
  readonly counted: Pick<Counted, "units" | "withoutAdmin" | "oneAdmin" | "waiting"> | null
}

/** A unit on the map. */
export type Dot = { readonly latitude: number; readonly longitude: number; readonly admins: number }

/** A unit about which something was found. */
export type Found = {
  readonly code: string
  readonly path: string
  readonly nameTh: string
  readonly nameEn: string | null
  readonly finding: "no-admin" | "one-admin" | "order-ending" | "admin-unseen"
  readonly foundAt: Date
  readonly successor: string | null
}

/** What was last counted below an office. */
export async function findCounted(db: Executor, officeId: string): Promise<Counted | undefined> {
  const [row] = await db.execute<
    Omit<Counted, "waitingSince" | "countedAt"> & Record<string, string | null>
  >(sql`
    select units, without_admin as "withoutAdmin", one_admin as "oneAdmin", orders_ending as "ordersEnding",
      admins_unseen as "adminsUnseen", waiting, waiting_since as "waitingSince", counted_at as "countedAt"
    from office_coverage where office_id = ${officeId}`)
  if (!row) return undefined
  const { waitingSince, countedAt } = row
  return {
    ...row,
    waitingSince: waitingSince ? new Date(waitingSince) : null,
    countedAt: new Date(countedAt ?? 0),
  }
}

/**
 * The units directly below an office in order of their codes, so many after a code. What was counted is looked up for those
 * of the page (`offset 0` keeps it so): the server would rather read all of it.
 */
export async function listChildren(
  db: Executor,
  at: { readonly officeId: string; readonly after: string; readonly limit: number },
): Promise<Child[]> {
  const rows = await db.execute<Omit<Child, "adminSeenAt"> & { adminSeenAt: string | null }>(sql`
    select u.code, u.kind, u.name_th as "nameTh", u.name_en as "nameEn", coalesce(c.admins, 0) as admins,
      c.order_ends_on as "orderEndsOn", c.admin_seen_at as "adminSeenAt",
      case when o.office_id is not null then json_build_object('units', o.units, 'withoutAdmin', o.without_admin,
        'oneAdmin', o.one_admin, 'waiting', o.waiting) end as counted
    from units u left join lateral (select * from unit_coverage where unit_id = u.id offset 0) c on true
      left join lateral (select * from office_coverage where office_id = u.id offset 0) o on true
    where u.parent_id = ${at.officeId} and u.code > ${at.after}
    order by u.code limit ${at.limit}`)
  return rows.map((row) => ({ ...row, adminSeenAt: row.adminSeenAt ? new Date(row.adminSeenAt) : null }))
}

/** A local unit in the list of all below an office. */
export type UnitBelow = Omit<Child, "counted"> & {
  readonly provinceTh: string | null
  readonly provinceEn: string | null
  readonly districtTh: string | null
  readonly districtEn: string | null
}

const isLocalBelow = (path: string): SQL =>
  sql`${isWithin(sql`u.path`, path)} and u.merged_into_id is null and u.kind not in ('department', 'provincial_office', 'district_office')`

/** Every local unit below an office, in order of the tree. */
export async function listUnitsBelow(db: Executor, path: string, limit: number): Promise<UnitBelow[]> {
  const rows = await db.execute<Omit<UnitBelow, "adminSeenAt"> & { adminSeenAt: string | null }>(sql`
    select u.code, u.kind, u.name_th as "nameTh", u.name_en as "nameEn", coalesce(c.admins, 0) as admins,
      c.order_ends_on as "orderEndsOn", c.admin_seen_at as "adminSeenAt", p.name_th as "provinceTh",
      p.name_en as "provinceEn", d.name_th as "districtTh", d.name_en as "districtEn"
    from units u left join unit_coverage c on c.unit_id = u.id left join provinces p on p.code = u.province_code
      left join districts d on d.code = u.district_code
    where ${isLocalBelow(path)} order by ${byPath(sql`u.path`)} limit ${limit}`)
  return rows.map((row) => ({ ...row, adminSeenAt: row.adminSeenAt ? new Date(row.adminSeenAt) : null }))
}

/** The local units below an office as they were last counted and placed. */
export async function listDots(db: Executor, path: string, limit: number): Promise<Dot[]> {
  const rows = await db.execute<Dot>(sql`
    select c.latitude, c.longitude, c.admins from unit_coverage c
    where c.latitude is not null and ${isWithin(sql`c.path`, path)} order by ${byPath(sql`c.path`)} limit ${limit}`)
  return [...rows]
}

/**
 * What was found about the units below an office, and is so still; by place, so many after a path. Looked up unit by unit
 * (`offset 0` keeps it so), and no further than the page: the server would rather read all that was ever found.
 */
export async function listFound(
  db: Executor,
  at: { readonly path: string; readonly finding: string; readonly after: string; readonly limit: number },
): Promise<Found[]> {
  const isWanted: SQL = at.finding ? sql`f.finding = ${at.finding}` : sql`true`
  const rows = await db.execute<Omit<Found, "foundAt"> & { foundAt: string }>(sql`
    select u.code, u.path, u.name_th as "nameTh", u.name_en as "nameEn", f.finding, f.found_at as "foundAt",
      (select concat(p.title_th, p.given_name_th, ' ', p.family_name_th) from successors s
        join memberships m on m.id = s.membership_id and m.state <> 'ended'
        join accounts a on a.id = m.account_id join persons p on p.id = a.person_id
        where s.unit_id = u.id) as successor
    from units u cross join lateral (select f.finding, f.found_at from unit_findings f
        where f.unit_id = u.id and f.ended_at is null and ${isWanted} offset 0) f
    where ${isWithin(sql`u.path`, at.path)} and u.path ~>~ ${at.after}
    order by ${byPath(sql`u.path`)}, f.finding limit ${at.limit}`)
  return rows.map((row) => ({ ...row, foundAt: new Date(row.foundAt) }))
}
