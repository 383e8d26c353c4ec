import { and, eq, gt, lt, type SQL, sql } from "drizzle-orm"
import type { accounts } from "@/db/schema/identity"
import type { periodScopes } from "@/db/schema/systems"
import type { unitKinds } from "@/db/schema/units"
import { whyTraces } from "@/db/schema/why"
import type { Database, Executor, Transaction } from "@/db/types"
import { todayAt } from "./access"

type AccountColumns = typeof accounts.$inferSelect

/** What decides whether an account can be used at all. */
export type WhyAccount = Pick<
  AccountColumns,
  "state" | "lockedReason" | "suspendedUntil" | "dutiesVersion"
> & {
  readonly hasEmail: boolean
}

/** A system as `/why` judges it. */
export type WhySystem = {
  readonly code: string
  readonly nameTh: string
  readonly nameEn: string
  readonly state: "not-connected" | "open" | "closed"
  readonly openToKinds: (typeof unitKinds)[number][] | null
  readonly openToProvinces: string[] | null
  readonly isNamedOnly: boolean
  readonly periods: readonly {
    readonly nameTh: string
    readonly nameEn: string
    readonly scope: (typeof periodScopes)[number]
    readonly opensOn: string
    readonly closesOn: string
  }[]
}

/** A role that somebody holds or held in the system, and how he came by it. */
export type WhyGrant = {
  readonly roleTh: string
  readonly roleEn: string
  readonly records: boolean
  readonly certifies: boolean
  readonly state: "active" | "suspended" | "withdrawn"
  readonly changedOn: string
  readonly validUntil: string | null
  readonly grantedOn: string
  readonly grantedBy: string | null
  readonly orderText: string
}

/** A membership with its unit and the roles in the system, the newest of each role. */
export type WhySeat = {
  readonly membershipId: string
  readonly unitCode: string
  readonly unitTh: string
  readonly unitEn: string | null
  readonly kind: (typeof unitKinds)[number]
  readonly provinceCode: string | null
  readonly isNamed: boolean
  readonly path: string
  readonly state: "active" | "suspended" | "ended"
  readonly validFrom: string
  readonly validUntil: string | null
  readonly grants: readonly WhyGrant[]
}

/** What decides whether an account can be used at all. */
export async function findWhyAccount(db: Executor, accountId: string): Promise<WhyAccount | undefined> {
  const [row] = await db.execute<WhyAccount>(sql`
    select state, locked_reason as "lockedReason", suspended_until as "suspendedUntil",
      duties_version as "dutiesVersion", email_verified_at is not null as "hasEmail"
    from accounts where id = ${accountId}`)
  return row
}

/** Code and names of every system, as a form offers them. */
export async function listSystemNames(
  db: Executor,
): Promise<{ code: string; nameTh: string; nameEn: string }[]> {
  const rows = await db.execute<{ code: string; nameTh: string; nameEn: string }>(sql`
    select code, name_th as "nameTh", name_en as "nameEn" from systems order by sort, code`)
  return [...rows]
}

/** A system with its opening periods. */
export async function findWhySystem(db: Executor, code: string): Promise<WhySystem | undefined> {
  const [row] = await db.execute<WhySystem>(sql`
    select s.code, s.name_th as "nameTh", s.name_en as "nameEn", s.state, s.open_to_kinds as "openToKinds",
      s.open_to_provinces as "openToProvinces", s.is_named_only as "isNamedOnly",
      coalesce((select json_agg(json_build_object('nameTh', p.name_th, 'nameEn', p.name_en, 'scope', p.scope,
        'opensOn', p.opens_on, 'closesOn', p.closes_on) order by p.opens_on)
        from opening_periods p where p.system_code = s.code), '[]') as periods
    from systems s where s.code = ${code}`)
  return row
}

/** The account of a membership. */
export async function findAccountOf(db: Executor, membershipId: string): Promise<string | undefined> {
  const [row] = await db.execute<{ accountId: string }>(sql`
    select account_id as "accountId" from memberships where id = ${membershipId}`)
  return row?.accountId
}

const day = (column: SQL): SQL => sql`to_char(${column} at time zone 'Asia/Bangkok', 'YYYY-MM-DD')`

/** The memberships of an account, those that ended since left out after a while, with the roles in one system. */
export async function listWhySeats(
  db: Executor,
  at: { readonly accountId: string; readonly systemCode: string; readonly now: Date },
): Promise<WhySeat[]> {
  const rows = await db.execute<WhySeat>(sql`
    select m.id as "membershipId", u.code as "unitCode", u.name_th as "unitTh", u.name_en as "unitEn", u.kind,
      u.province_code as "provinceCode", u.path, m.state, m.valid_from as "validFrom", m.valid_until as "validUntil",
      exists (select 1 from system_units su where su.system_code = ${at.systemCode} and su.unit_id = u.id) as "isNamed",
      coalesce((select json_agg(json_build_object('roleTh', g.name_th, 'roleEn', g.name_en, 'records', g.records,
          'certifies', g.certifies, 'state', g.state, 'changedOn', g.changed_on, 'validUntil', g.valid_until,
          'grantedOn', g.granted_on, 'grantedBy', g.granted_by, 'orderText', g.order_text) order by g.sort)
        from (select distinct on (r.id) r.sort, r.name_th, r.name_en, r.records, r.certifies, g.state, g.valid_until,
            g.order_text, ${day(sql`g.granted_at`)} as granted_on, ${day(sql`g.state_changed_at`)} as changed_on,
            (select concat(p.title_th, p.given_name_th, ' ', p.family_name_th) from accounts a
              join persons p on p.id = a.person_id where a.id = g.granted_by) as granted_by
          from grants g join system_roles r on r.id = g.system_role_id
          where g.membership_id = m.id and r.system_code = ${at.systemCode}
          order by r.id, (g.state <> 'withdrawn') desc, g.granted_at desc) g), '[]') as grants
    from memberships m join units u on u.id = m.unit_id
    where m.account_id = ${at.accountId}
      and (m.state <> 'ended' or m.valid_until > ${todayAt(at.now)} - 90)
    order by m.state = 'ended', u.path`)
  return [...rows]
}

/** Notes a refused sign-in at a connected system. */
export async function insertTrace(tx: Transaction, row: typeof whyTraces.$inferInsert): Promise<void> {
  await tx.insert(whyTraces).values(row)
}

/** Who was refused at which system and when, by the hash of its number. */
export async function findTrace(db: Executor, idHash: Buffer, now: Date) {
  const [row] = await db
    .select({ accountId: whyTraces.accountId, systemCode: whyTraces.systemCode, at: whyTraces.at })
    .from(whyTraces)
    .where(and(eq(whyTraces.idHash, idHash), gt(whyTraces.expiresAt, now)))
  return row
}

/** Deletes the numbers that nobody can look up any more. */
export async function purgeTraces(db: Database, before: Date): Promise<void> {
  await db.delete(whyTraces).where(lt(whyTraces.expiresAt, before))
}
