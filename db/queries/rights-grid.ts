import { sql } from "drizzle-orm"
import type { grants, memberships } from "@/db/schema/access"
import type { Executor } from "@/db/types"

/** A user of a unit, as a line of the grid of rights. */
export type RightsPerson = {
  readonly membershipId: string
  readonly accountId: string
  readonly name: string
  readonly post: string
  readonly state: (typeof memberships.$inferSelect)["state"]
  readonly validUntil: string | null
}

/**
 * Users of a unit by name, so many from one on. The cursor is the last membership shown before: no name stands in an
 * address.
 *
 * @param at.words part of a name; empty for all
 */
export async function listRightsPeople(
  db: Executor,
  at: {
    readonly unitId: string
    readonly words: string
    readonly after: string | null
    readonly limit: number
  },
): Promise<RightsPerson[]> {
  const names = sql`p.given_name_th collate "th-x-icu", p.family_name_th collate "th-x-icu", m.id`
  const like = `%${at.words.replace(/[\\%_]/g, "\\$&")}%`
  const later = sql`(${names}) > (select ${names} from memberships m join accounts a on a.id = m.account_id
    join persons p on p.id = a.person_id where m.id = ${at.after} and m.unit_id = ${at.unitId})`
  const rows = await db.execute<RightsPerson>(sql`
    select m.id as "membershipId", m.account_id as "accountId", m.post, m.state, m.valid_until as "validUntil",
      concat(p.title_th, p.given_name_th, ' ', p.family_name_th) as name
    from memberships m join accounts a on a.id = m.account_id join persons p on p.id = a.person_id
    where m.unit_id = ${at.unitId} and m.state <> 'ended' and a.state <> 'closed'
      ${at.words === "" ? sql`` : sql`and concat(p.given_name_th, ' ', p.family_name_th) ilike ${like}`}
      ${at.after === null ? sql`` : sql`and ${later}`}
    order by ${names} limit ${at.limit}`)
  return [...rows]
}

/** A grant as the grid shows it. */
export type GridGrant = {
  readonly id: string
  readonly membershipId: string
  readonly systemRoleId: string
  readonly state: (typeof grants.$inferSelect)["state"]
  readonly stateChangedAt: Date
  readonly validUntil: string | null
  readonly orderText: string
}

/** What these memberships hold in these roles, and what can still be given back. */
export async function listGridGrants(
  db: Executor,
  at: { readonly membershipIds: readonly string[]; readonly roleIds: readonly string[] },
): Promise<GridGrant[]> {
  if (at.membershipIds.length === 0 || at.roleIds.length === 0) return []
  const rows = await db.execute<Omit<GridGrant, "stateChangedAt"> & { stateChangedAt: string }>(sql`
    select g.id, g.membership_id as "membershipId", g.system_role_id as "systemRoleId", g.state,
      g.state_changed_at as "stateChangedAt", g.valid_until as "validUntil", g.order_text as "orderText"
    from grants g
    where g.membership_id in ${[...at.membershipIds]} and g.system_role_id in ${[...at.roleIds]}
      and g.state <> 'withdrawn'`)
  return rows.map((row) => ({ ...row, stateChangedAt: new Date(row.stateChangedAt) }))
}

/** A role that somebody holds today in one of several systems, in whichever unit. */
export type HeldWork = {
  readonly accountId: string
  readonly systemCode: string
  readonly membershipId: string
  readonly systemRoleId: string
  readonly records: boolean
  readonly certifies: boolean
}

/** What these accounts hold in force on a day in these systems, in all their units. */
export async function listHeldWork(
  db: Executor,
  at: {
    readonly accountIds: readonly string[]
    readonly systemCodes: readonly string[]
    readonly today: string
  },
): Promise<HeldWork[]> {
  if (at.accountIds.length === 0 || at.systemCodes.length === 0) return []
  const rows = await db.execute<HeldWork>(sql`
    select m.account_id as "accountId", r.system_code as "systemCode", m.id as "membershipId", r.id as "systemRoleId",
      r.records, r.certifies
    from memberships m join grants g on g.membership_id = m.id and g.state = 'active'
      join system_roles r on r.id = g.system_role_id
    where m.account_id in ${[...at.accountIds]} and m.state <> 'ended' and r.system_code in ${[...at.systemCodes]}
      and (g.valid_until is null or g.valid_until >= ${at.today})`)
  return [...rows]
}
