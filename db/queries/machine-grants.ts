import { sql } from "drizzle-orm"
import { isMembershipInForce, today } from "@/db/queries/access"
import type { grants, memberships } from "@/db/schema/access"
import type { accounts } from "@/db/schema/identity"
import type { Executor } from "@/db/types"

type Grant = typeof grants.$inferSelect
type Membership = typeof memberships.$inferSelect

/** A right held in a system, as it stands. */
export type GrantHeld = {
  readonly id: string
  readonly accountId: string
  readonly unitCode: string
  readonly role: string
  readonly grant: Exclude<Grant["state"], "withdrawn">
  readonly validUntil: string | null
  readonly membership: Exclude<Membership["state"], "ended">
  readonly membershipFrom: string
  readonly membershipUntil: string | null
  readonly account: (typeof accounts.$inferSelect)["state"]
  readonly isInForce: boolean
}

/**
 * The rights held in a system, neither withdrawn nor of an ended membership, in the order of an id that a right never
 * changes.
 */
export async function listGrantsHeld(
  db: Executor,
  at: {
    readonly systemCode: string
    readonly after: string | undefined
    readonly limit: number
    readonly now: Date
  },
): Promise<GrantHeld[]> {
  const rows = await db.execute<GrantHeld>(sql`
    select g.id, m.account_id as "accountId", own_code(u.code) as "unitCode", r.key as role, g.state as grant,
      g.valid_until as "validUntil", m.state as membership, m.valid_from as "membershipFrom",
      m.valid_until as "membershipUntil", a.state as account,
      (g.state = 'active' and (g.valid_until is null or g.valid_until >= d.today) and a.state = 'active'
        and ${isMembershipInForce}) as "isInForce"
    from system_roles r join grants g on g.system_role_id = r.id join memberships m on m.id = g.membership_id
      join accounts a on a.id = m.account_id join units u on u.id = m.unit_id, ${today(at.now)}
    where r.system_code = ${at.systemCode} and g.state <> 'withdrawn' and m.state <> 'ended'
      and (${at.after ?? null}::uuid is null or g.id > ${at.after ?? null}::uuid)
    order by g.id limit ${at.limit}`)
  return [...rows]
}

/**
 * Writes into the feed which rights and memberships are over since their last day has passed, each last day once: of two at
 * once the second finds nothing, and one who moves the day meanwhile is waited for.
 *
 * @returns how many days were looked at; as many as were asked for where more may be left
 */
export async function settleLapsed(db: Executor, now: Date, atMost: number): Promise<number> {
  const [row] = await db.execute<{ settled: number }>(sql`
    with ended as (update grants g set lapse_told = g.valid_until from ${today(now)}
        where g.id = any(array(select l.id from grants l, ${today(now)} where l.state <> 'withdrawn'
            and l.valid_until is distinct from l.lapse_told and l.valid_until < d.today limit ${atMost}))
          and g.state <> 'withdrawn' and g.valid_until < d.today and g.valid_until is distinct from g.lapse_told
        returning g.membership_id, g.system_role_id, g.valid_until),
      told as (insert into system_changes (system_code, kind, account_id, unit_id, unit_code, roles, valid_until)
        select r.system_code, 'grant-lapsed', m.account_id, u.id, own_code(u.code), array[r.key], e.valid_until
        from ended e join memberships m on m.id = e.membership_id join units u on u.id = m.unit_id
          join system_roles r on r.id = e.system_role_id where m.state <> 'ended'),
      left_over as (update memberships m set lapse_told = m.valid_until from ${today(now)}
        where m.id = any(array(select l.id from memberships l, ${today(now)} where l.state <> 'ended'
            and l.valid_until is distinct from l.lapse_told and l.valid_until < d.today limit ${atMost}))
          and m.state <> 'ended' and m.valid_until < d.today and m.valid_until is distinct from m.lapse_told
        returning m.id, m.account_id, m.unit_id, m.valid_until),
      all_told as (insert into system_changes (system_code, kind, account_id, unit_id, unit_code, roles, valid_until)
        select r.system_code, 'membership-lapsed', e.account_id, u.id, own_code(u.code),
          array_agg(r.key order by r.sort, r.key), e.valid_until
        from left_over e join units u on u.id = e.unit_id join grants g on g.membership_id = e.id
          join system_roles r on r.id = g.system_role_id
        where g.state <> 'withdrawn' group by r.system_code, e.id, e.account_id, e.valid_until, u.id)
    select greatest((select count(*) from ended), (select count(*) from left_over))::int as settled`)
  return row?.settled ?? 0
}
