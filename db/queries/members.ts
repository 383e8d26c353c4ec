import { type SQL, sql } from "drizzle-orm"
import type { staffKinds } from "@/db/schema/access"
import type { Executor } from "@/db/types"
import { isMembershipInForce, isUnitAdmin, standingSql, today } from "./access"

/** A user of a unit as the list shows him. */
export type MemberLine = {
  readonly id: string
  readonly accountId: string
  readonly name: string
  readonly post: string
  readonly staffKind: (typeof staffKinds)[number]
  readonly standing: string
  readonly isAdmin: boolean
  /** Roles in systems that are in force. */
  readonly grants: number
  readonly lastSeenAt: Date | null
}

/** Which users of a unit are asked for; what is empty asks for nothing. */
export type MemberQuery = {
  readonly unitId: string
  readonly words: readonly string[]
  readonly state: string
  readonly isAdmin: boolean
  readonly kind: string
  readonly hasNoGrants: boolean
  /** Nobody whose session was seen since. */
  readonly unseenSince: Date | null
  readonly now: Date
}

const grantsInForce = sql`from grants g where g.membership_id = m.id and g.state <> 'withdrawn' and g.state = 'active'
  and (g.valid_until is null or g.valid_until >= d.today)`

const lastSeen = sql`(select max(s.last_seen_at) from sessions s where s.account_id = a.id)`

/** The conditions of the list, on `m`, `a`, `p` and `d`. */
function isMeant(query: MemberQuery): SQL {
  const parts = [
    sql`m.unit_id = ${query.unitId}`,
    query.state === "" ? sql`m.state <> 'ended'` : sql`${standingSql} = ${query.state}`,
    ...query.words.map(
      (
        word,
      ) => sql`position(lower(${word}) in lower(concat(p.title_th, p.given_name_th, ' ', p.family_name_th, ' ',
        p.given_name_en, ' ', p.family_name_en, ' ', m.post, ' ', a.username))) > 0`,
    ),
  ]
  if (query.isAdmin) parts.push(sql`${isMembershipInForce} and ${isUnitAdmin}`)
  if (query.kind !== "") parts.push(sql`m.staff_kind = ${query.kind}`)
  if (query.hasNoGrants) parts.push(sql`not exists (select 1 ${grantsInForce})`)
  if (query.unseenSince)
    parts.push(sql`not exists (select 1 from sessions s where s.account_id = a.id
      and s.last_seen_at > ${query.unseenSince.toISOString()})`)
  return sql.join(parts, sql` and `)
}

const given = sql`p.given_name_th collate "th-x-icu"`
const family = sql`p.family_name_th collate "th-x-icu"`

/**
 * A page of a unit's users by name. It begins after the membership `after` of that order, wherever that stands by now.
 * Only the unit's own rows are read: the work grows with the unit, not with the portal.
 */
export async function listMembers(
  db: Executor,
  query: MemberQuery & { readonly after?: string | undefined; readonly limit: number },
): Promise<MemberLine[]> {
  const isLater = query.after
    ? sql`and (${given}, ${family}, m.id) > (select lp.given_name_th, lp.family_name_th, lm.id
        from memberships lm join accounts la on la.id = lm.account_id join persons lp on lp.id = la.person_id
        where lm.id = ${query.after} and lm.unit_id = ${query.unitId})`
    : sql``
  const rows = await db.execute<Omit<MemberLine, "lastSeenAt"> & { lastSeenAt: string | null }>(sql`
    select m.id, a.id as "accountId", concat(p.title_th, p.given_name_th, ' ', p.family_name_th) as name, m.post,
      m.staff_kind as "staffKind", ${standingSql} as standing, ${isMembershipInForce} and ${isUnitAdmin} as "isAdmin",
      (select count(*)::int ${grantsInForce}) as grants, ${lastSeen} as "lastSeenAt"
    from memberships m join accounts a on a.id = m.account_id join persons p on p.id = a.person_id, ${today(query.now)}
    where ${isMeant(query)} ${isLater}
    order by ${given}, ${family}, m.id limit ${query.limit}`)
  return rows.map((row) => ({ ...row, lastSeenAt: row.lastSeenAt ? new Date(row.lastSeenAt) : null }))
}

/** How many there are in all, of this unit. */
export async function findMemberTotal(db: Executor, query: MemberQuery): Promise<number> {
  const [row] = await db.execute<{ count: number }>(sql`
    select count(*)::int as count
    from memberships m join accounts a on a.id = m.account_id join persons p on p.id = a.person_id, ${today(query.now)}
    where ${isMeant(query)}`)
  return row?.count ?? 0
}

/** The membership in a unit of the person with this number (its hash under each key); the newest, not one that ended. */
export async function findMemberByNumber(
  db: Executor,
  unitId: string,
  nationalIdHashes: readonly Buffer[],
): Promise<string | undefined> {
  const [row] = await db.execute<{ id: string }>(sql`
    select m.id from persons p join accounts a on a.person_id = p.id join memberships m on m.account_id = a.id
    where p.national_id_hash in ${[...nationalIdHashes]} and m.unit_id = ${unitId}
    order by m.state = 'ended', m.valid_from desc limit 1`)
  return row?.id
}

/** An offer of a unit that waits for its owner, in the unit's own words. */
export type OfferLine = {
  readonly id: string
  readonly name: string
  readonly post: string
  readonly staffKind: (typeof staffKinds)[number]
  readonly offeredAt: Date
  readonly expiresAt: Date
}

/** The open offers of a unit, the newest first. Nothing of them but what the unit itself entered. */
export async function listOpenOffers(db: Executor, unitId: string, now: Date): Promise<OfferLine[]> {
  const rows = await db.execute<
    Omit<OfferLine, "offeredAt" | "expiresAt"> & { offeredAt: string; expiresAt: string }
  >(sql`
    select o.id, concat(o.title_th, o.given_name_th, ' ', o.family_name_th) as name, o.post,
      o.staff_kind as "staffKind", o.offered_at as "offeredAt", o.expires_at as "expiresAt"
    from membership_offers o
    where o.unit_id = ${unitId} and o.state = 'open' and o.expires_at > ${now.toISOString()}
    order by o.offered_at desc, o.id`)
  return rows.map((row) => ({
    ...row,
    offeredAt: new Date(row.offeredAt),
    expiresAt: new Date(row.expiresAt),
  }))
}
