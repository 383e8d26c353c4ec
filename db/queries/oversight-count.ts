import { type SQL, sql } from "drizzle-orm"
import type { Transaction } from "@/db/types"
import { isMembershipInForce, today, todayAt } from "./access"
import { advisoryLocks } from "./advisory-locks"
import { byPath } from "./path-predicates"

const day = 24 * 60 * 60_000

/** Days before its end from which an order counts as ending, and without a sign-in from which an SSO Admin counts as unseen. */
type Limits = { readonly endingDays: number; readonly unseenDays: number; readonly now: Date }

/** Whether none of a unit's SSO Admins has been seen for so long, those who came since left out. */
const isUnseen = ({ unseenDays, now }: Limits): SQL =>
  sql`coalesce(c.admin_seen_at, c.admin_since) < ${new Date(now.getTime() - unseenDays * day).toISOString()}`

/** What is kept of each unit besides its id. */
const kept = [
  "path",
  "latitude",
  "longitude",
  "admins",
  "order_ends_on",
  "admin_seen_at",
  "admin_since",
  "had_admin",
] as const

const column = (names: readonly string[], of = ""): SQL =>
  sql.raw(names.map((name) => `${of}${name}`).join(", "))

/**
 * Counts anew how every unit stands with its SSO Admins, and where it lies: at the coordinates that it or the reference
 * data give, else at the mean of its district's. Rows that have not changed are not written, the others in the order in
 * which maps read them.
 *
 * @returns how many units changed
 */
export async function settleUnitCoverage(tx: Transaction, { now }: Limits): Promise<number> {
  const changed = await tx.execute(sql`
    with appointed as (
      select m.unit_id, m.account_id, max(coalesce(ap.valid_until, 'infinity'::date)) as ends_on,
        max(ap.valid_from) as since
      from admin_appointments ap join memberships m on m.id = ap.membership_id
        join accounts a on a.id = m.account_id, ${today(now)}
      where ap.ended_at is null and ap.valid_from <= d.today
        and (ap.valid_until is null or ap.valid_until >= d.today) and ${isMembershipInForce}
        and a.state = 'active' and (a.powers_held_until is null or a.powers_held_until <= ${now.toISOString()})
      group by m.unit_id, m.account_id
    ), counted as (
      select ap.unit_id, count(*)::int as admins, nullif(max(ap.ends_on), 'infinity') as ends_on,
        max(s.seen_at) as seen_at, max(ap.since) as since
      from appointed ap left join lateral (
        select max(last_seen_at) as seen_at from sessions where account_id = ap.account_id) s on true
      group by ap.unit_id
    ), had as (
      select distinct m.unit_id from admin_appointments ap join memberships m on m.id = ap.membership_id
    ), placed as (
      select u.id, coalesce(pr.latitude, u.latitude, mean.latitude) as latitude,
        coalesce(pr.longitude, u.longitude, mean.longitude) as longitude
      from units u left join unit_profiles pr on pr.unit_id = u.id left join (
        select district_code, round(avg(latitude)::numeric, 5)::float8 as latitude,
          round(avg(longitude)::numeric, 5)::float8 as longitude
        from units group by district_code) mean on mean.district_code = u.district_code
      where u.kind not in ('department', 'provincial_office', 'district_office')
    )
    insert into unit_coverage as t (unit_id, ${column(kept)})
    select u.id, u.path, p.latitude, p.longitude, coalesce(c.admins, 0), c.ends_on, c.seen_at, c.since,
      h.unit_id is not null
    from units u left join counted c on c.unit_id = u.id left join had h on h.unit_id = u.id
      left join placed p on p.id = u.id
    where u.kind <> 'department' and u.merged_into_id is null order by ${byPath(sql`u.path`)}
    on conflict (unit_id) do update set (${column(kept)}) = row(${column(kept, "excluded.")})
      where (${column(kept, "t.")}) is distinct from (${column(kept, "excluded.")})
    returning 1`)
  return changed.length
}

/** Adds the units up for every office above them, with the cases that wait there. */
export async function settleOfficeCoverage(tx: Transaction, limits: Limits): Promise<void> {
  const { endingDays, now } = limits
  await tx.execute(sql`
    with below as (
      select o.id as office_id, u.id as unit_id
      from units u cross join lateral string_to_table(rtrim(u.path, '/'), '/') as step(node)
        join units o on o.node = step.node::int
      where o.id <> u.id and u.kind <> 'department'
    ), queue as (
      select c.unit_id, count(*)::int as waiting, min(c.waiting_since) as since
      from cases c where c.state = 'waiting' group by c.unit_id
    )
    insert into office_coverage as t (office_id, units, without_admin, one_admin, orders_ending, admins_unseen,
      waiting, waiting_since, counted_at)
    select b.office_id, count(*)::int, count(*) filter (where c.admins = 0)::int,
      count(*) filter (where c.admins = 1)::int,
      count(*) filter (where c.order_ends_on <= ${todayAt(now)} + ${endingDays}::int)::int,
      count(*) filter (where c.admins > 0 and ${isUnseen(limits)})::int,
      coalesce(sum(q.waiting), 0)::int, min(q.since), ${now.toISOString()}
    from below b join unit_coverage c on c.unit_id = b.unit_id left join queue q on q.unit_id = b.unit_id
    group by b.office_id
    on conflict (office_id) do update set (units, without_admin, one_admin, orders_ending, admins_unseen, waiting,
        waiting_since, counted_at) = row(excluded.units, excluded.without_admin, excluded.one_admin,
        excluded.orders_ending, excluded.admins_unseen, excluded.waiting, excluded.waiting_since, excluded.counted_at)`)
}

/** Whether this instance is the one that counts; said once, for the transaction. */
export async function isTurnToCount(tx: Transaction): Promise<boolean> {
  const [row] = await tx.execute<{ mine: boolean }>(
    sql`select pg_try_advisory_xact_lock(${advisoryLocks.watchUnits}) as mine`,
  )
  return row?.mine === true
}

/** A finding of which nobody was told yet, held. */
export type Untold = {
  readonly unitId: string
  readonly parentId: string
  readonly finding: "no-admin" | "one-admin" | "order-ending" | "admin-unseen"
  readonly nameTh: string
  readonly nameEn: string | null
  readonly code: string
}

/** Findings of which nobody was told yet, the oldest first. */
export async function listUntold(tx: Transaction, limit: number): Promise<Untold[]> {
  const rows = await tx.execute<Untold>(sql`
    select f.unit_id as "unitId", u.parent_id as "parentId", f.finding, u.name_th as "nameTh",
      u.name_en as "nameEn", u.code
    from unit_findings f join units u on u.id = f.unit_id
    where f.ended_at is null and f.told_at is null
    order by f.found_at, u.path limit ${limit} for update of f skip locked`)
  return [...rows]
}

/** Remembers that they were told. */
export async function settleTold(
  tx: Transaction,
  told: readonly Pick<Untold, "unitId" | "finding">[],
  now: Date,
): Promise<void> {
  for (const { unitId, finding } of told)
    await tx.execute(sql`update unit_findings set told_at = ${now.toISOString()}
      where unit_id = ${unitId} and finding = ${finding} and ended_at is null`)
}

/** Opens the findings that are new and closes those that are gone. */
export async function settleFindings(tx: Transaction, limits: Limits): Promise<void> {
  const { endingDays, now } = limits
  const holding = sql`
    select c.unit_id, f.finding from unit_coverage c cross join lateral (values
      ('no-admin', c.admins = 0 and c.had_admin), ('one-admin', c.admins = 1),
      ('order-ending', c.admins > 0 and c.order_ends_on <= ${todayAt(now)} + ${endingDays}::int),
      ('admin-unseen', c.admins > 0 and ${isUnseen(limits)}))
      as f(finding, holds) where f.holds`
  await tx.execute(sql`
    update unit_findings t set ended_at = ${now.toISOString()}
    where t.ended_at is null and not exists (
      select 1 from (${holding}) h where h.unit_id = t.unit_id and h.finding = t.finding)`)
  await tx.execute(sql`
    insert into unit_findings (unit_id, finding, found_at)
    select h.unit_id, h.finding, ${now.toISOString()} from (${holding}) h
    on conflict do nothing`)
}
