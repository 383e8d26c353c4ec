import { type SQL, sql } from "drizzle-orm"
import { type UnitAdmin, unitAdminsJson } from "@/db/queries/access"
import { advisoryLocks } from "@/db/queries/advisory-locks"
import type { FeedRow } from "@/db/schema/machine"
import type { unitKinds } from "@/db/schema/units"
import type { Database, Executor } from "@/db/types"
import { unitIdOf } from "./unit-predicates"

/** In whose name a token of the API was given, and what it opens there. */
export type TokenBearer = {
  readonly clientId: string
  readonly systemCode: string
  readonly sector: string | null
  readonly isSandbox: boolean
  readonly audience: string | null
  readonly tokenScope: string
  readonly machineScopes: readonly string[]
}

/** Whose a token for machines is, while it lasts and its client is neither closed nor barred from the API. */
export async function findTokenBearer(
  db: Executor,
  tokenHash: Buffer,
  now: Date,
): Promise<TokenBearer | undefined> {
  const [row] = await db.execute<TokenBearer>(sql`
    select c.id as "clientId", c.system_code as "systemCode", c.sector, c.is_sandbox as "isSandbox",
      p.payload->>'aud' as audience, coalesce(p.payload->>'scope', '') as "tokenScope",
      c.machine_scopes as "machineScopes"
    from oidc_payloads p join oidc_clients c on c.id = p.payload->>'clientId'
    where p.model = 'ClientCredentials' and p.id_hash = ${tokenHash} and p.expires_at > ${now.toISOString()}
      and c.closed_at is null`)
  return row
}

/** The sealed secret that names persons at outside agencies. */
export async function findSubjectsKey(
  db: Executor,
): Promise<{ readonly kid: string; readonly keySealed: Buffer } | undefined> {
  const [row] = await db.execute<{ kid: string; keySealed: Uint8Array }>(sql`
    select kid, key_sealed as "keySealed" from oidc_keys where use = 'subjects' and state = 'active'`)
  return row && { kid: row.kid, keySealed: Buffer.from(row.keySealed) }
}

/** What everybody may know of a unit. */
export type DirectoryUnit = {
  readonly node: number
  readonly code: string
  readonly kind: (typeof unitKinds)[number]
  readonly nameTh: string
  readonly nameEn: string | null
  readonly parentCode: string | null
  readonly provinceCode: string | null
  readonly districtCode: string | null
  readonly latitude: number | null
  readonly longitude: number | null
  readonly mergedIntoCode: string | null
  readonly changedAt: string
}

const facts = sql`u.node, own_code(u.code) as code, u.kind, u.name_th as "nameTh", u.name_en as "nameEn",
  o.code as "parentCode", u.province_code as "provinceCode", u.district_code as "districtCode", u.latitude, u.longitude,
  i.code as "mergedIntoCode", to_json(u.changed_at)#>>'{}' as "changedAt"`
const related = sql`left join units o on o.id = u.parent_id left join units i on i.id = u.merged_into_id`

/** Which units are wanted, and after which one. */
export type DirectoryAsked = {
  readonly province: string | undefined
  readonly district: string | undefined
  readonly kind: string | undefined
  readonly changedSince: Date | undefined
  readonly after: number
  readonly limit: number
}

/** A page of the directory in the order of an inner number that no unit ever changes. Units taken up are told to those who ask for changes. */
export async function listDirectory(db: Executor, asked: DirectoryAsked): Promise<DirectoryUnit[]> {
  const { province, district, kind, changedSince, after, limit } = asked
  const conditions: SQL[] = [sql`u.node > ${after}`]
  if (province) conditions.push(sql`u.province_code = ${province}`)
  if (district) conditions.push(sql`u.district_code = ${district}`)
  if (kind) conditions.push(sql`u.kind = ${kind}`)
  conditions.push(
    changedSince ? sql`u.changed_at > ${changedSince.toISOString()}` : sql`u.merged_into_id is null`,
  )
  const rows = await db.execute<DirectoryUnit>(sql`
    select ${facts} from units u ${related} where ${sql.join(conditions, sql` and `)}
    order by u.node limit ${limit}`)
  return [...rows]
}

/** A unit by a code of today or of former days; of one that was taken up, the unit that did so. */
export async function findDirectoryUnit(db: Executor, code: string): Promise<DirectoryUnit | undefined> {
  const [row] = await db.execute<DirectoryUnit>(sql`
    select ${facts} from units u ${related} where u.id = ${unitIdOf(code)}`)
  return row
}

/** The SSO Admins of a unit as the public lookup shows them; nothing where there is no such unit. */
export async function findDirectoryAdmins(
  db: Executor,
  code: string,
  now: Date,
): Promise<{ readonly code: string; readonly admins: readonly Omit<UnitAdmin, "unitId">[] } | undefined> {
  const [row] = await db.execute<{ code: string; admins: Omit<UnitAdmin, "unitId">[] }>(sql`
    select u.code, ${unitAdminsJson(sql`u.id`, now)} as admins from units u where u.id = ${unitIdOf(code)}`)
  return row
}

const isUnplacedThere = sql`exists (select 1 from system_changes where position is null)`

/**
 * Gives what was committed since the last time its place in the feed. One at a time does so, and whoever waited looks
 * again after the other's commit: so a place is only ever given behind all that a reader can have seen.
 */
export async function settlePlaces(db: Database): Promise<void> {
  const [row] = await db.execute<{ is: boolean }>(sql`select ${isUnplacedThere} as is`)
  if (!row?.is) return
  await db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(${advisoryLocks.systemChanges})`)
    // a statement of its own: it must see what was committed while the lock was waited for
    await tx.execute(sql`
      with last as (select coalesce(max(position), 0) as at from system_changes),
        fresh as (select id, row_number() over (order by id) as nth from system_changes where position is null)
      update system_changes c set position = last.at + fresh.nth from fresh, last where c.id = fresh.id`)
  })
}

/** The newest place that was given; 0 while the feed is empty. */
export async function findFeedTop(db: Executor): Promise<number> {
  const [row] = await db.execute<{ top: string | null }>(sql`select max(position) as top from system_changes`)
  return Number(row?.top ?? 0)
}

/** The entries of one system behind one place, and up to another. */
export async function listFeed(
  db: Executor,
  at: {
    readonly systemCode: string
    readonly after: number
    readonly upTo: number
    readonly limit: number
  },
): Promise<FeedRow[]> {
  const rows = await db.execute<FeedRow & { position: string }>(sql`
    select position, system_code as "systemCode", kind, account_id as "accountId", unit_code as "unitCode",
      former_unit_code as "formerUnitCode", roles, valid_until as "validUntil", to_json(at)#>>'{}' as at
    from system_changes where system_code = ${at.systemCode} and position > ${at.after} and position <= ${at.upTo}
    order by position limit ${at.limit}`)
  return rows.map((row) => ({ ...row, position: Number(row.position) }))
}

/** The oldest position that is still kept; nothing while the feed is empty. */
export async function findFeedFloor(db: Executor): Promise<number | undefined> {
  const [row] = await db.execute<{ floor: string | null }>(
    sql`select min(position) as floor from system_changes`,
  )
  return row?.floor ? Number(row.floor) : undefined
}

/** Forgets what happened before an instant, from the beginning of the feed on. The last entry stays: places go on from it. */
export async function purgeFeed(db: Executor, before: Date): Promise<void> {
  await db.execute(sql`
    delete from system_changes where position < coalesce(
      (select min(position) from system_changes where at >= ${before.toISOString()}),
      (select max(position) from system_changes))`)
}
