import { type SQL, sql } from "drizzle-orm"
import type { Executor, Transaction } from "@/db/types"
import type { Actor } from "@/lib/kernel/actor"
import { isMembershipInForce, isUnitAdmin, today } from "./access"
import { isBelow } from "./path-predicates"

/**
 * Units `u` for which an actor may issue codes: the offices for those below them, the Department's officers for all. The
 * same rule as `may` with `activation-codes.issue`, for lists; every issue asks `may` itself.
 */
export function isIssuable(actor: Actor): SQL {
  if (actor.kind !== "account") return sql`false`
  if (actor.roles.includes("officer")) return sql`u.kind <> 'department'`
  const each = actor.seats
    .filter(({ isAdmin, level }) => isAdmin && (level === "district" || level === "province"))
    .map(({ path }) => isBelow(sql`u.path`, path))
  return each.length === 0 ? sql`false` : sql`(${sql.join(each, sql` or `)})`
}

/** Whether nobody is SSO Admin of the unit `u` today who can work. */
function isNobodyWorking(now: Date): SQL {
  return sql`not exists (select 1 from memberships m join accounts a on a.id = m.account_id, ${today(now)}
    where m.unit_id = u.id and a.state = 'active' and ${isMembershipInForce} and ${isUnitAdmin})`
}

/** What was typed to search by, read, and a province's code; empty filters nothing. */
export type UnitFilter = {
  readonly code: string | null
  readonly words: readonly string[]
  readonly province: string
}

function isFound({ code, words, province }: UnitFilter): SQL {
  const every = [sql`u.merged_into_id is null`]
  if (code !== null) every.push(sql`(u.code like ${`${code}%`} or substr(u.code, 3) like ${`${code}%`})`)
  for (const word of words) every.push(sql`u.search like ${`%${word}%`}`)
  if (province !== "") every.push(sql`u.province_code = ${province}`)
  return sql`(${sql.join(every, sql` and `)})`
}

/** A page of a list. */
type Page = { readonly limit: number; readonly offset: number }

/** A unit that has nobody, and until when a code of it is good, if one is. */
export type EmptyUnit = {
  readonly code: string
  readonly nameTh: string
  readonly nameEn: string | null
  readonly provinceTh: string | null
  readonly provinceEn: string | null
  readonly districtTh: string | null
  readonly districtEn: string | null
  readonly goodUntil: string | null
}

/** Units that have nobody, within an actor's power to issue, and how many there are and have no good code. */
export async function listEmptyUnits(
  db: Executor,
  actor: Actor,
  filter: UnitFilter,
  { now, ...at }: Page & { readonly now: Date },
): Promise<{ total: number; withoutCode: number; units: EmptyUnit[] }> {
  const good = sql`(select c.expires_at from activation_codes c where c.unit_id = u.id and c.used_at is null
    and c.ended_at is null and c.expires_at > ${now.toISOString()})`
  const [row] = await db.execute<{ total: number; withoutCode: number; units: EmptyUnit[] }>(sql`
    with empty as materialized (
      select u.id, ${good} as "goodUntil" from units u
      where ${isIssuable(actor)} and ${isFound(filter)} and ${isNobodyWorking(now)}
    ), page as (
      select u.code, u.name_th as "nameTh", u.name_en as "nameEn", p.name_th as "provinceTh",
        p.name_en as "provinceEn", d.name_th as "districtTh", d.name_en as "districtEn", e."goodUntil"
      from empty e join units u on u.id = e.id left join provinces p on p.code = u.province_code
        left join districts d on d.code = u.district_code
      order by u.province_code, u.district_code nulls first, u.name_th collate "th-x-icu", u.code
      limit ${at.limit} offset ${at.offset}
    )
    select (select count(*)::int from empty) as total,
      (select count(*)::int from empty where "goodUntil" is null) as "withoutCode",
      coalesce((select json_agg(row_to_json(page)) from page), '[]') as units`)
  return row ?? { total: 0, withoutCode: 0, units: [] }
}

/** A unit for which a code is to be issued. */
export type UnitToIssue = {
  readonly id: string
  readonly code: string
  readonly path: string
  /** Nobody is SSO Admin there who can work. */
  readonly isEmpty: boolean
}

const toIssue = (now: Date) => sql`u.id, u.code, u.path, ${isNobodyWorking(now)} as "isEmpty"`

/** The units of some codes. */
export async function listChosenUnits(
  tx: Transaction,
  codes: readonly string[],
  now: Date,
): Promise<UnitToIssue[]> {
  if (codes.length === 0) return []
  const rows = await tx.execute<UnitToIssue>(sql`
    select ${toIssue(now)} from units u where u.code in ${[...codes]} and u.kind <> 'department' order by u.code`)
  return [...rows]
}

/** All units that have nobody and no good code, within an actor's power to issue. */
export async function listUnitsWithoutCode(
  tx: Transaction,
  actor: Actor,
  filter: UnitFilter,
  at: { readonly now: Date; readonly limit: number },
): Promise<UnitToIssue[]> {
  const rows = await tx.execute<UnitToIssue>(sql`
    select ${toIssue(at.now)} from units u
    where ${isIssuable(actor)} and ${isFound(filter)} and ${isNobodyWorking(at.now)}
      and not exists (select 1 from activation_codes c where c.unit_id = u.id and c.used_at is null
        and c.ended_at is null and c.expires_at > ${at.now.toISOString()})
    order by u.code limit ${at.limit}`)
  return [...rows]
}

/** The Department. */
export async function findDepartment(db: Executor): Promise<{ readonly id: string } | undefined> {
  const [row] = await db.execute<{ id: string }>(sql`select id from units where kind = 'department'`)
  return row
}

/** A letter of a run: the unit, its sealed code, and the office in whose name it was issued. */
export type LetterRow = {
  readonly id: string
  readonly sealed: Buffer
  readonly unitCode: string
  readonly unitName: string
  readonly unitKind: string
  readonly officeName: string
  readonly issuedAt: Date
  readonly expiresAt: Date
}

/** The letters of a run whose codes are still there, for who issued it alone. */
export async function listLetters(
  db: Executor,
  at: { readonly runId: string; readonly issuedBy: string; readonly since: Date; readonly now: Date },
): Promise<LetterRow[]> {
  const rows = await db.execute<
    Omit<LetterRow, "issuedAt" | "expiresAt"> & { issuedAt: string; expiresAt: string }
  >(sql`
    select c.id, c.code_sealed as sealed, u.code as "unitCode", u.name_th as "unitName", u.kind as "unitKind",
      o.name_th as "officeName", c.issued_at as "issuedAt", c.expires_at as "expiresAt"
    from activation_codes c join units u on u.id = c.unit_id join units o on o.id = c.office_id
    where c.run_id = ${at.runId} and c.issued_by = ${at.issuedBy} and c.code_sealed is not null
      and c.issued_at > ${at.since.toISOString()} and c.expires_at > ${at.now.toISOString()}
      and c.used_at is null and c.ended_at is null
    order by u.code`)
  return rows.map((row) => ({
    ...row,
    issuedAt: new Date(row.issuedAt),
    expiresAt: new Date(row.expiresAt),
  }))
}

/** From now on the letters of a run count as printed, and their codes are known from them alone; how many there were. */
export async function markRunPrinted(
  tx: Transaction,
  at: { readonly runId: string; readonly issuedBy: string; readonly now: Date },
): Promise<number> {
  const rows = await tx.execute<{ id: string }>(sql`
    update activation_codes set printed_at = ${at.now.toISOString()}, code_sealed = null
    where run_id = ${at.runId} and issued_by = ${at.issuedBy} and code_sealed is not null returning id`)
  return rows.length
}

/** A line of the register. */
export type RegisterLine = {
  readonly id: string
  readonly unitCode: string
  readonly nameTh: string
  readonly nameEn: string | null
  readonly state: "issued" | "used" | "expired" | "superseded"
  readonly issuedBy: string
  readonly isMine: boolean
  readonly issuedAt: string
  readonly expiresAt: string
  readonly printedAt: string | null
  readonly usedAt: string | null
  readonly endedAt: string | null
  /** The run, where its letters can still be printed. */
  readonly run: string | null
  /** The request that was handed in with it. */
  readonly order: string | null
}

const stateOf = (now: Date) => sql`case when c.used_at is not null then 'used'
  when c.expires_at <= coalesce(c.ended_at, ${now.toISOString()}::timestamptz) then 'expired'
  when c.ended_at is not null then 'superseded' else 'issued' end`

/** A page of the register of codes, the newest first, and how many there are by state. */
export async function listCodes(
  db: Executor,
  who: { readonly actor: Actor; readonly isAll: boolean },
  query: { readonly filter: UnitFilter; readonly state: string },
  { now, limit, offset, since }: Page & { readonly now: Date; readonly since: Date },
): Promise<{ total: number; lines: RegisterLine[] }> {
  const { actor, isAll } = who
  const accountId = actor.kind === "account" ? actor.accountId : ""
  const isSeen = isAll ? sql`true` : isIssuable(actor)
  const isState = query.state === "" ? sql`true` : sql`${stateOf(now)} = ${query.state}`
  const [row] = await db.execute<{ total: number; lines: RegisterLine[] }>(sql`
    with found as materialized (
      select c.id from activation_codes c join units u on u.id = c.unit_id
      where ${isSeen} and ${isFound(query.filter)} and ${isState}
    ), page as (
      select c.id, u.code as "unitCode", u.name_th as "nameTh", u.name_en as "nameEn", ${stateOf(now)} as state,
        concat(p.given_name_th, ' ', p.family_name_th) as "issuedBy", c.issued_by::text = ${accountId} as "isMine",
        c.issued_at as "issuedAt", c.expires_at as "expiresAt", c.printed_at as "printedAt", c.used_at as "usedAt",
        c.ended_at as "endedAt",
        case when c.code_sealed is not null and c.issued_by::text = ${accountId}
          and c.issued_at > ${since.toISOString()} then c.run_id end as run,
        case when c.used_at is not null then (select o.number from activations v join orders o on o.id = v.order_id
          where v.code_id = c.id) end as "order"
      from found f join activation_codes c on c.id = f.id join units u on u.id = c.unit_id
        join accounts a on a.id = c.issued_by join persons p on p.id = a.person_id
      order by c.issued_at desc, u.code limit ${limit} offset ${offset}
    )
    select (select count(*)::int from found) as total,
      coalesce((select json_agg(row_to_json(page)) from page), '[]') as lines`)
  return row ?? { total: 0, lines: [] }
}
