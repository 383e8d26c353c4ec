import { type SQL, sql } from "drizzle-orm"
import type { ProfileFields } from "@/db/schema/profiles"
import type { unitKinds } from "@/db/schema/units"
import type { Executor } from "@/db/types"
import { type UnitAdmin, unitAdminsJson } from "./access"
import { byKeptPlan } from "./kept-plan"
import { nodesOf } from "./path-predicates"
import { unitIdOf } from "./unit-predicates"

/** A unit as the public sees it, with its SSO Admins of today. */
export type UnitRow = {
  readonly code: string
  readonly kind: (typeof unitKinds)[number]
  readonly nameTh: string
  readonly nameEn: string | null
  readonly provinceTh: string | null
  readonly provinceEn: string | null
  readonly districtTh: string | null
  readonly districtEn: string | null
  readonly admins: readonly Omit<UnitAdmin, "unitId">[]
}

/** What a unit says of itself to everybody, and when it last found that right. */
export type PublicProfile = ProfileFields & { readonly checkedAt: string }

/** Filters and position of a search; empty texts filter nothing. */
export type UnitSearch = {
  readonly province: string
  readonly district: string
  readonly kind: string
  readonly limit: number
  readonly offset: number
}

/** How units are matched: all of a filter, by code, by words that all occur, or as named likest first. */
export type UnitMatch =
  | { readonly by: "filters" }
  | { readonly by: "code"; readonly code: string }
  | { readonly by: "words"; readonly words: readonly string[] }
  | { readonly by: "likeness"; readonly codes: readonly string[] }

const shown = (
  now: Date,
) => sql`json_build_object('code', u.code, 'kind', u.kind, 'nameTh', u.name_th, 'nameEn', u.name_en,
  'provinceTh', p.name_th, 'provinceEn', p.name_en, 'districtTh', d.name_th, 'districtEn', d.name_en,
  'admins', ${unitAdminsJson(sql`u.id`, now)})`

const places = sql`left join provinces p on p.code = u.province_code left join districts d on d.code = u.district_code`

/** The short name, normalised: `units.search` is full name, short name, English name, code, places. */
const place = sql`split_part(u.search, ' ', 2)`

/** A page of units and the number of all that match, in one statement. Thai order among equals. */
export async function searchUnits(
  db: Executor,
  match: UnitMatch,
  at: UnitSearch,
  now: Date,
): Promise<{ total: number; units: UnitRow[] }> {
  const { where, rank } = conditions(match)
  const statement = sql`
    with matched as materialized (
      select u.id, ${rank} as rank from units u where u.kind <> 'department'
        and u.merged_into_id is null and ${where}
        ${at.province ? sql`and u.province_code = ${at.province}` : sql``}
        ${at.district ? sql`and u.district_code = ${at.district}` : sql``}
        ${at.kind ? sql`and u.kind = ${at.kind}` : sql``}
    ), page as (
      select u.*, m.rank, row_number() over (order by m.rank, u.name_th collate "th-x-icu", u.code) as at
      from matched m join units u on u.id = m.id
      order by at limit ${at.limit} offset ${at.offset}
    )
    select (select count(*)::int from matched) as total,
      coalesce((select json_agg(${shown(now)} order by u.at) from page u ${places}), '[]') as units`
  const [row] = await byKeptPlan(db, (kept) => kept.execute<{ total: number; units: UnitRow[] }>(statement))
  return row ?? { total: 0, units: [] }
}

function conditions(match: UnitMatch): { where: SQL; rank: SQL } {
  if (match.by === "filters") return { where: sql`true`, rank: sql`length(u.code) + 0.0` }
  if (match.by === "code") {
    const { code } = match
    // The last six digits outlive an upgrade, so a code of a former kind finds the unit as well.
    // Each by its own index; a code is digits, and the sign after the nine is the colon.
    const beyond = `${code}:`
    return {
      where: sql`u.id in (select id from units where code ~>=~ ${code} and code ~<~ ${beyond}
        union select id from units where length(code) = 8 and substr(code, 3) ~>=~ ${code} and substr(code, 3) ~<~ ${beyond}
        union select ${unitIdOf(code)})`,
      rank: sql`case when u.code = ${code} then 0 else length(u.code) end`,
    }
  }
  if (match.by === "likeness") {
    // an array literal: codes are digits alone
    const codes = sql`${`{${match.codes.join(",")}}`}::text[]`
    return { where: sql`u.code = any(${codes})`, rank: sql`array_position(${codes}, u.code)` }
  }
  const each = match.words.map((word) => sql`u.search like ${`%${word}%`}`)
  each.push(sql`search_grams(u.search) @@ ${gramsOf(match.words)}::tsquery`)
  const first = match.words.at(-1) ?? ""
  const rank = sql`case when ${place} = ${first} then 0 when ${place} like ${`${first}%`} then 1
    when u.search like ${`${first}%`} then 1 when ${place} like ${`%${first}%`} then 2 else 3 end`
  return { where: sql.join(each, sql` and `), rank }
}

/** What the row `pr` says; null where a unit has told nothing. */
const told = sql`case when pr.unit_id is null then null else json_build_object('address', pr.address,
  'telephone', pr.telephone, 'email', pr.email, 'openingHours', pr.opening_hours, 'latitude', pr.latitude,
  'longitude', pr.longitude, 'executives', pr.executives, 'checkedAt', pr.checked_at) end`

/** So many grams of a word's end are asked for: names of units begin with the words for their kind, which all have. */
const mostGrams = 8

/**
 * The pieces of three letters that words are made of, as the index `units_grams` keeps them, or the beginning of one where
 * a word is shorter. Of a unit whose text holds the words all are found; that it holds the words is asked besides.
 */
function gramsOf(words: readonly string[]): string {
  const grams = words.flatMap((word) => {
    const letters = [...word.replace(/['\\]/g, "")]
    if (letters.length < 3) return letters.length > 0 ? [`'${letters.join("")}':*`] : []
    return letters
      .slice(2)
      .map((_, at) => `'${letters.slice(at, at + 3).join("")}'`)
      .slice(-mostGrams)
  })
  return grams.join(" & ")
}

/** A unit by a code of today or of former days, followed by the offices above it, nearest first; each with what it says of itself. */
export async function findUnitWithOffices(
  db: Executor,
  code: string,
  now: Date,
): Promise<(UnitRow & { readonly profile: PublicProfile | null })[]> {
  const rows = await db.execute<{ unit: UnitRow; profile: PublicProfile | null }>(sql`
    with asked as (
      select path from units where id = ${unitIdOf(code)}
    )
    select ${shown(now)} as unit, ${told} as profile
    from units u ${places} left join unit_profiles pr on pr.unit_id = u.id
    where u.node = any(array(select unnest(${nodesOf(sql`path`)}) from asked)) order by length(u.path) desc`)
  return rows.map(({ unit, profile }) => ({ ...unit, profile }))
}

/** Every unit's place name as compared in searches, without the words for its kind. */
export async function listPlaceNames(db: Executor): Promise<{ code: string; place: string }[]> {
  const rows = await db.execute<{ code: string; place: string }>(
    sql`select u.code, ${place} as place from units u
      where u.kind <> 'department' and u.merged_into_id is null`,
  )
  return [...rows]
}

/** A place by its two names. */
export type PlaceRow = { readonly code: string; readonly nameTh: string; readonly nameEn: string }

/** Provinces with units, in Thai order. */
export async function listProvinces(db: Executor): Promise<PlaceRow[]> {
  const rows = await db.execute<PlaceRow>(sql`
    select p.code, p.name_th as "nameTh", p.name_en as "nameEn" from provinces p
    where exists (select 1 from units u where u.province_code = p.code) order by p.name_th collate "th-x-icu"`)
  return [...rows]
}

/** Districts of a province, in Thai order. */
export async function listDistricts(db: Executor, province: string): Promise<PlaceRow[]> {
  const rows = await db.execute<PlaceRow>(sql`
    select code, name_th as "nameTh", name_en as "nameEn" from districts where province_code = ${province}
    order by name_th collate "th-x-icu"`)
  return [...rows]
}
