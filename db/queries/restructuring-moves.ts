import { type SQL, sql } from "drizzle-orm"
import type { Executor, Transaction } from "@/db/types"
import { hasWorkingAdmin } from "./unit-predicates"

/** From which unit to which, at which instant. */
export type Move = { readonly from: string; readonly to: string; readonly now: Date }

/** What a unit holds that another would take over. */
export type Holdings = {
  readonly members: number
  /** Of them, those who belong to the other unit as well. */
  readonly inBoth: number
  readonly admins: number
  readonly grants: number
  /** Of them, those that a member of both could not hold beside what he has in the other unit. */
  readonly conflicts: number
  readonly requests: number
  readonly offers: number
  readonly transfers: number
  readonly orders: number
  readonly registrations: number
  readonly recoveries: number
  readonly codes: number
}

/** Whether the right `g` would let the holder of the membership `kept` certify what he records himself. */
const conflictsWith = (kept: SQL): SQL => sql`exists (
  select 1 from system_roles gr join systems gs on gs.code = gr.system_code
    join system_roles hr on hr.system_code = gr.system_code
    join grants h on h.system_role_id = hr.id
  where gr.id = g.system_role_id and h.membership_id = ${kept} and h.state = 'active' and not gs.allows_conflicts
    and ((gr.records and hr.certifies) or (gr.certifies and hr.records)))`

const openCase = sql`state in ('draft', 'submitted', 'returned')`

/** Counts what a unit holds today. */
export async function findHoldings(db: Executor, unitId: string, intoId: string | null): Promise<Holdings> {
  const mine = sql`select m.id, m.account_id from memberships m where m.unit_id = ${unitId} and m.state <> 'ended'`
  const count = (of: SQL) => sql`(select count(*)::int from ${of})`
  const [row] = await db.execute<Holdings>(sql`
    with mine as (${mine})
    select ${count(sql`mine`)} as members,
      ${count(sql`mine where exists (select 1 from memberships o where o.unit_id = ${intoId}::uuid
        and o.account_id = mine.account_id and o.state <> 'ended')`)} as "inBoth",
      ${count(sql`mine where exists (select 1 from admin_appointments ap where ap.membership_id = mine.id
        and ap.ended_at is null)`)} as admins,
      ${count(sql`grants g join mine on mine.id = g.membership_id where g.state <> 'withdrawn'`)} as grants,
      ${count(sql`grants g join mine on mine.id = g.membership_id join memberships o on o.account_id = mine.account_id
        where o.unit_id = ${intoId}::uuid and o.state <> 'ended' and g.state = 'active'
          and ${conflictsWith(sql`o.id`)}`)} as conflicts,
      ${count(sql`rights_requests r join mine on mine.id = r.membership_id where r.state = 'waiting'`)} as requests,
      ${count(sql`membership_offers o where o.unit_id = ${unitId} and o.state = 'open'`)} as offers,
      ${count(sql`transfers t where (t.from_unit_id = ${unitId} or t.to_unit_id = ${unitId})
        and t.state in ('open', 'agreed')`)} as transfers,
      ${count(sql`orders o where o.unit_id = ${unitId} and o.${openCase}`)} as orders,
      ${count(sql`registrations r where r.unit_id = ${unitId} and r.${openCase}`)} as registrations,
      ${count(sql`assisted_recoveries a where a.unit_id = ${unitId} and a.state in ('waiting', 'sent')`)} as recoveries,
      ${count(sql`activation_codes c where c.unit_id = ${unitId} and c.used_at is null and c.ended_at is null`)} as codes`)
  if (!row) throw new Error("nothing was counted")
  return row
}

/** How many rights of a unit would stand in systems that are not open to another kind of unit. */
export async function findShutByKind(db: Executor, unitId: string, kind: string): Promise<number> {
  const [row] = await db.execute<{ n: number }>(sql`
    select count(*)::int as n from grants g join memberships m on m.id = g.membership_id
      join system_roles r on r.id = g.system_role_id join systems s on s.code = r.system_code
    where m.unit_id = ${unitId} and m.state <> 'ended' and g.state <> 'withdrawn'
      and s.open_to_kinds is not null and not ${kind} = any(s.open_to_kinds)`)
  return row?.n ?? 0
}

/** Whether a unit has an SSO Admin who can work. */
export async function hasAdmin(db: Executor, unitId: string, now: Date): Promise<boolean> {
  const [row] = await db.execute<{ has: boolean }>(
    sql`select ${hasWorkingAdmin(sql`${unitId}::uuid`, now)} as has`,
  )
  return row?.has === true
}

/** Ends the appointments of a unit's SSO Admins. */
export async function endAppointments(tx: Transaction, { from, now }: Move): Promise<void> {
  await tx.execute(sql`
    update admin_appointments ap set ended_at = ${now.toISOString()} from memberships m
    where m.id = ap.membership_id and m.unit_id = ${from} and ap.ended_at is null`)
}

/**
 * Members with all that hangs on them. Who belongs to both units keeps his membership of the receiving one, which gets the
 * rights, requests and appointments of the other; what it has already is not given twice, and what would let him certify
 * what he records is suspended until somebody has decided.
 */
export async function moveMembers(tx: Transaction, { from, to, now }: Move): Promise<void> {
  const at = now.toISOString()
  const pairs = sql`(select a.id as old, b.id as kept from memberships a join memberships b on b.account_id = a.account_id
    where a.unit_id = ${from} and a.state <> 'ended' and b.unit_id = ${to} and b.state <> 'ended') p`
  // first, while both sides still stand as they were: nobody is to certify what he records
  await tx.execute(sql`
    update grants g set state = 'suspended', state_changed_at = ${at}, state_reason = 'merged' from ${pairs}
    where g.membership_id = p.old and g.state = 'active' and ${conflictsWith(sql`p.kept`)}`)
  await tx.execute(sql`
    update grants g set membership_id = p.kept from ${pairs}
    where g.membership_id = p.old and g.state <> 'withdrawn' and not exists (select 1 from grants h
      where h.membership_id = p.kept and h.system_role_id = g.system_role_id and h.state <> 'withdrawn')`)
  await tx.execute(sql`
    update grants g set state = 'withdrawn', state_changed_at = ${at}, state_reason = 'merged' from ${pairs}
    where g.membership_id = p.old and g.state <> 'withdrawn'`)
  await tx.execute(sql`
    update rights_requests r set membership_id = p.kept from ${pairs}
    where r.membership_id = p.old and r.state = 'waiting' and not exists (select 1 from rights_requests h
      where h.membership_id = p.kept and h.system_role_id = r.system_role_id and h.state = 'waiting')`)
  await tx.execute(sql`
    update rights_requests r set state = 'withdrawn', decided_at = ${at} from ${pairs}
    where r.membership_id = p.old and r.state = 'waiting'`)
  await tx.execute(sql`
    update admin_appointments ap set membership_id = p.kept from ${pairs}
    where ap.membership_id = p.old and ap.ended_at is null`)
  await tx.execute(sql`
    update sessions s set chosen_membership_id = p.kept from ${pairs} where s.chosen_membership_id = p.old`)
  await tx.execute(sql`
    update transfers t set from_membership_id = p.kept from ${pairs}
    where t.from_membership_id = p.old and t.state in ('open', 'agreed') and not exists (select 1 from transfers h
      where h.from_membership_id = p.kept and h.state in ('open', 'agreed'))`)
  await tx.execute(sql`delete from successors where unit_id = ${from}`)
  await tx.execute(sql`
    update memberships m set state = 'ended', state_changed_at = ${at}, state_reason = 'merged',
      valid_until = least(m.valid_until, (${at}::timestamptz at time zone 'Asia/Bangkok')::date), version = version + 1
    from ${pairs} where m.id = p.old`)
  await tx.execute(sql`
    update memberships set unit_id = ${to}, version = version + 1 where unit_id = ${from} and state <> 'ended'`)
}

/** What waits: offers, transfers, orders, registrations, ways back, with their cases. */
export async function moveWaiting(tx: Transaction, { from, to, now }: Move): Promise<void> {
  const at = now.toISOString()
  await tx.execute(sql`
    update membership_offers o set state = 'withdrawn', decided_at = ${at}
    where o.unit_id = ${from} and o.state = 'open' and (
      exists (select 1 from membership_offers h where h.unit_id = ${to} and h.account_id = o.account_id and h.state = 'open')
      or exists (select 1 from memberships m where m.unit_id = ${to} and m.account_id = o.account_id and m.state <> 'ended'))`)
  await tx.execute(
    sql`update membership_offers set unit_id = ${to} where unit_id = ${from} and state = 'open'`,
  )
  const isOpen = sql`state in ('open', 'agreed')`
  await tx.execute(sql`update transfers set from_unit_id = ${to} where from_unit_id = ${from} and ${isOpen}`)
  await tx.execute(sql`update transfers set to_unit_id = ${to} where to_unit_id = ${from} and ${isOpen}`)
  // from one to the other: there is nothing left to move
  await tx.execute(sql`
    update transfers set state = 'withdrawn', closed_at = ${at}, closed_reason = 'merged'
    where from_unit_id = ${to} and ${isOpen} and (to_unit_id = ${to} or exists (
      select 1 from memberships m where m.id = from_membership_id and m.state = 'ended'))`)
  await tx.execute(sql`
    update cases set unit_id = ${to} where unit_id = ${from} and state in ('waiting', 'returned')`)
  await tx.execute(sql`update orders set unit_id = ${to} where unit_id = ${from} and ${openCase}`)
  await tx.execute(sql`update registrations set unit_id = ${to} where unit_id = ${from} and ${openCase}`)
  await tx.execute(sql`
    update assisted_recoveries set unit_id = ${to} where unit_id = ${from} and state in ('waiting', 'sent')`)
}

/** What ends with the unit: its codes, its caretaker, what was found about it. Its place on lists of systems is the other's. */
export async function closeRest(tx: Transaction, { from, to, now }: Move): Promise<void> {
  const at = now.toISOString()
  await tx.execute(sql`
    update activation_codes set ended_at = ${at} where unit_id = ${from} and used_at is null and ended_at is null`)
  await tx.execute(sql`update caretakers set ended_at = ${at} where unit_id = ${from} and ended_at is null`)
  await tx.execute(
    sql`update unit_findings set ended_at = ${at} where unit_id = ${from} and ended_at is null`,
  )
  await tx.execute(sql`delete from unit_coverage where unit_id = ${from}`)
  await tx.execute(sql`
    insert into system_units (system_code, unit_id) select system_code, ${to}::uuid from system_units
    where unit_id = ${from} on conflict do nothing`)
}

/** Hangs a unit with its history below the one that took it up; those that it took up itself go straight there. */
export async function hangBelow(
  tx: Transaction,
  at: { readonly from: string; readonly to: string; readonly path: string; readonly on: string },
): Promise<void> {
  const { from, to, path, on } = at
  await tx.execute(sql`
    update units set merged_into_id = ${to}, parent_id = ${to}, path = ${path} || node || '/', search = '',
      decided_on = ${on}::date,
      code = case when id = ${from}::uuid then code || ' ' || ${on}::text || ' ' || node else code end
    where id = ${from} or merged_into_id = ${from}`)
}

/** Units that were taken up and have something open all the same: it came at the very moment. */
export async function listStragglers(db: Executor): Promise<{ from: string; to: string }[]> {
  const rows = await db.execute<{ from: string; to: string }>(sql`
    select u.id as "from", u.merged_into_id as "to" from units u
    where u.merged_into_id is not null and (
      exists (select 1 from memberships m where m.unit_id = u.id and m.state <> 'ended')
      or exists (select 1 from membership_offers o where o.unit_id = u.id and o.state = 'open')
      or exists (select 1 from cases c where c.unit_id = u.id and c.state in ('waiting', 'returned'))
      or exists (select 1 from registrations r where r.unit_id = u.id and r.${openCase})
      or exists (select 1 from orders o where o.unit_id = u.id and o.${openCase})
      or exists (select 1 from activation_codes c where c.unit_id = u.id and c.used_at is null and c.ended_at is null))`)
  return [...rows]
}
