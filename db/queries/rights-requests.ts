import { type SQL, sql } from "drizzle-orm"
import type { rightsRequests } from "@/db/schema/rights"
import type { Executor, Transaction } from "@/db/types"
import { isMembershipInForce, isUnitAdmin, today } from "./access"
import { isBelow } from "./path-predicates"

type State = (typeof rightsRequests.$inferSelect)["state"]

/** A request for a role. */
export type RightsRequest = {
  readonly id: string
  readonly membershipId: string
  readonly accountId: string
  readonly unitId: string
  readonly systemRoleId: string
  readonly state: State
  readonly askedAt: Date
  readonly expiresAt: Date
}

/** One request as it stands. */
export async function findRequest(db: Executor, id: string): Promise<RightsRequest | undefined> {
  const [row] = await db.execute<Omit<RightsRequest, "askedAt" | "expiresAt"> & Times>(sql`
    select rr.id, rr.membership_id as "membershipId", m.account_id as "accountId", m.unit_id as "unitId",
      rr.system_role_id as "systemRoleId", rr.state, rr.asked_at as "askedAt", rr.expires_at as "expiresAt"
    from rights_requests rr join memberships m on m.id = rr.membership_id where rr.id = ${id}`)
  return row && { ...row, askedAt: new Date(row.askedAt), expiresAt: new Date(row.expiresAt) }
}

type Times = { readonly askedAt: string; readonly expiresAt: string }

/** The same, held. Whoever needs its membership as well holds that first. */
export async function lockRequest(tx: Transaction, id: string): Promise<RightsRequest | undefined> {
  await tx.execute(sql`select 1 from rights_requests where id = ${id} for update`)
  return findRequest(tx, id)
}

/** Adds a request; nothing where one for the same role waits. */
export async function insertRequest(
  tx: Transaction,
  row: {
    readonly membershipId: string
    readonly systemRoleId: string
    readonly reason: string
    readonly now: Date
    readonly expiresAt: Date
  },
): Promise<string | undefined> {
  const [made] = await tx.execute<{ id: string }>(sql`
    insert into rights_requests (membership_id, system_role_id, reason, state, asked_at, expires_at)
    values (${row.membershipId}, ${row.systemRoleId}, ${row.reason}, 'waiting', ${row.now.toISOString()},
      ${row.expiresAt.toISOString()})
    on conflict (membership_id, system_role_id) where state = 'waiting' do nothing returning id`)
  return made?.id
}

/** Ends a request that was not granted. */
export async function markRequest(
  tx: Transaction,
  id: string,
  to: { readonly state: State; readonly by: string | null; readonly now: Date; readonly answer: string },
): Promise<void> {
  await tx.execute(sql`
    update rights_requests set state = ${to.state}, decided_by = ${to.by}, decided_at = ${to.now.toISOString()},
      answer = ${to.answer} where id = ${id}`)
}

/** Ends the requests that nobody answered in their time, so many at most; returns how many. */
export async function expireRequests(
  tx: Transaction,
  at: { readonly now: Date; readonly limit: number },
): Promise<number> {
  const rows = await tx.execute(sql`
    update rights_requests set state = 'expired', decided_at = ${at.now.toISOString()}
    where id in (select id from rights_requests where state = 'waiting' and expires_at <= ${at.now.toISOString()}
      order by expires_at limit ${at.limit} for update skip locked)
    returning id`)
  return rows.length
}

/** A waiting request as those see it who may answer it. */
export type WaitingRequest = {
  readonly id: string
  readonly accountId: string
  readonly membershipId: string
  readonly name: string
  readonly post: string
  readonly unitCode: string
  readonly unitTh: string
  readonly unitEn: string | null
  readonly path: string
  readonly systemRoleId: string
  readonly systemTh: string
  readonly systemEn: string
  readonly roleTh: string
  readonly roleEn: string
  readonly reason: string
  readonly askedAt: Date
  readonly expiresAt: Date
  /** An SSO Admin of the unit who can work today, other than who asks. */
  readonly isSomebodyThere: boolean
}

async function listWaiting(db: Executor, now: Date, where: SQL, limit: number): Promise<WaitingRequest[]> {
  const at = now.toISOString()
  const rows = await db.execute<Omit<WaitingRequest, "askedAt" | "expiresAt"> & Times>(sql`
    select rr.id, rm.account_id as "accountId", rm.id as "membershipId", rm.post,
      concat(p.title_th, p.given_name_th, ' ', p.family_name_th) as name, u.code as "unitCode", u.name_th as "unitTh",
      u.name_en as "unitEn", u.path, r.id as "systemRoleId", s.name_th as "systemTh", s.name_en as "systemEn",
      r.name_th as "roleTh", r.name_en as "roleEn", rr.reason, rr.asked_at as "askedAt", rr.expires_at as "expiresAt",
      exists (select 1 from memberships m join accounts a on a.id = m.account_id, ${today(now)}
        where m.unit_id = u.id and m.account_id <> rm.account_id and a.state = 'active' and ${isMembershipInForce}
          and ${isUnitAdmin} and (a.powers_held_until is null or a.powers_held_until <= ${at})) as "isSomebodyThere"
    from rights_requests rr join memberships rm on rm.id = rr.membership_id join units u on u.id = rm.unit_id
      join accounts ra on ra.id = rm.account_id join persons p on p.id = ra.person_id
      join system_roles r on r.id = rr.system_role_id join systems s on s.code = r.system_code
    where rr.state = 'waiting' and rr.expires_at > ${at} and ${where}
    order by rr.asked_at, rr.id limit ${limit}`)
  return rows.map((row) => ({ ...row, askedAt: new Date(row.askedAt), expiresAt: new Date(row.expiresAt) }))
}

/** The requests that wait in one unit, the oldest first. */
export function listWaitingIn(db: Executor, unitId: string, now: Date): Promise<WaitingRequest[]> {
  return listWaiting(db, now, sql`rm.unit_id = ${unitId}`, 200)
}

/** The requests that wait in the units below one, the oldest first. */
export function listWaitingBelow(db: Executor, path: string, now: Date): Promise<WaitingRequest[]> {
  return listWaiting(db, now, isBelow(sql`u.path`, path), 200)
}

/** One waiting request. */
export async function findWaiting(db: Executor, id: string, now: Date): Promise<WaitingRequest | undefined> {
  const [row] = await listWaiting(db, now, sql`rr.id = ${id}`, 1)
  return row
}

/** How long the last answers of a unit took, in seconds: the middle one, and of how many. */
export async function findAnswerTime(
  db: Executor,
  at: { readonly unitId: string; readonly since: Date; readonly last: number },
): Promise<{ readonly seconds: number; readonly answers: number } | undefined> {
  const [row] = await db.execute<{ seconds: number | null; answers: number }>(sql`
    select percentile_cont(0.5) within group (order by took)::float as seconds, count(*)::int as answers
    from (select extract(epoch from rr.decided_at - rr.asked_at) as took
      from memberships m join rights_requests rr on rr.membership_id = m.id
      where m.unit_id = ${at.unitId} and rr.state in ('granted', 'refused') and rr.decided_at > ${at.since.toISOString()}
      order by rr.decided_at desc limit ${at.last}) t`)
  return row?.seconds == null ? undefined : { seconds: row.seconds, answers: row.answers }
}

/** A request of one's own. */
export type OwnRequest = {
  readonly id: string
  readonly membershipId: string
  readonly systemCode: string
  readonly systemRoleId: string
  readonly systemTh: string
  readonly systemEn: string
  readonly roleTh: string
  readonly roleEn: string
  readonly state: State
  readonly askedAt: Date
  readonly expiresAt: Date
  readonly answer: string
}

/** What these memberships asked for since, and what still waits, the newest first. */
export async function listOwnRequests(
  db: Executor,
  at: { readonly membershipIds: readonly string[]; readonly since: Date },
): Promise<OwnRequest[]> {
  if (at.membershipIds.length === 0) return []
  const rows = await db.execute<Omit<OwnRequest, "askedAt" | "expiresAt"> & Times>(sql`
    select rr.id, rr.membership_id as "membershipId", s.code as "systemCode", r.id as "systemRoleId",
      s.name_th as "systemTh", s.name_en as "systemEn", r.name_th as "roleTh", r.name_en as "roleEn", rr.state,
      rr.asked_at as "askedAt", rr.expires_at as "expiresAt", rr.answer
    from rights_requests rr join system_roles r on r.id = rr.system_role_id join systems s on s.code = r.system_code
    where rr.membership_id in ${[...at.membershipIds]}
      and (rr.state = 'waiting' or rr.decided_at > ${at.since.toISOString()})
    order by rr.asked_at desc, rr.id limit 50`)
  return rows.map((row) => ({ ...row, askedAt: new Date(row.askedAt), expiresAt: new Date(row.expiresAt) }))
}
