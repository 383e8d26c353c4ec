import { type SQL, sql } from "drizzle-orm"
import type { unitKinds } from "@/db/schema/units"
import type { Executor } from "@/db/types"
import { isMembershipInForce, isUnitAdmin, today } from "./access"
import { hasWorkingAdmin, unitIdOf } from "./unit-predicates"

/** A unit, and how it stands today with those who could act for it. */
export type UnitStanding = {
  readonly id: string
  readonly code: string
  readonly kind: (typeof unitKinds)[number]
  readonly parentId: string | null
  readonly path: string
  readonly nameTh: string
  readonly nameEn: string | null
  /** An SSO Admin in force, of an open account whose powers are not held. */
  readonly hasWorkingAdmin: boolean
  /** One of the offices asked about looks after the unit today. */
  readonly isCaretaker: boolean
}

/**
 * Whether the row `ct` of caretakers is in force: thirty days at most, and where it began because nobody was there, only as
 * long as nobody is.
 */
export function isCaretakerInForce(now: Date): SQL {
  return sql`(ct.ended_at is null and ct.ends_at > ${now.toISOString()}
    and (ct.reason = 'head-asked' or not ${hasWorkingAdmin(sql`ct.unit_id`, now)}))`
}

/**
 * The unit of a code of today or of former days.
 *
 * @param offices ids of the units of which it is asked whether one is its caretaker
 */
export async function findUnitStanding(
  db: Executor,
  at: { readonly code: string; readonly offices: readonly string[]; readonly now: Date },
): Promise<UnitStanding | undefined> {
  const { code, offices, now } = at
  const isTheirs =
    offices.length === 0
      ? sql`false`
      : sql`exists (select 1 from caretakers ct where ct.unit_id = u.id and ct.office_id in ${[...offices]}
          and ${isCaretakerInForce(now)})`
  const [row] = await db.execute<UnitStanding>(sql`
    select u.id, u.code, u.kind, u.parent_id as "parentId", u.path, u.name_th as "nameTh", u.name_en as "nameEn",
      ${hasWorkingAdmin(sql`u.id`, now)} as "hasWorkingAdmin", ${isTheirs} as "isCaretaker"
    from units u where u.id = ${unitIdOf(code)}`)
  return row
}

/** Paths of every unit to which an account belongs, the Department for one that holds a role there. */
export async function listPathsOf(db: Executor, accountId: string): Promise<string[]> {
  const rows = await db.execute<{ path: string }>(sql`
    select u.path from memberships m join units u on u.id = m.unit_id
    where m.account_id = ${accountId} and m.state <> 'ended'
    union select u.path from units u where u.kind = 'department' and exists (
      select 1 from department_posts dp where dp.account_id = ${accountId} and dp.ended_at is null)`)
  return rows.map(({ path }) => path)
}

/**
 * Who is told of what befalls a unit: its mailbox, and the confirmed addresses of all its SSO Admins by appointment,
 * whether they can work today or not. The mailbox that the reference data knows is told beside the one that the unit
 * gives of itself: nobody in the unit can turn its warnings away from there.
 */
export async function listToldOf(
  db: Executor,
  unitId: string,
  now: Date,
): Promise<{ email: string; locale: "th" | "en" }[]> {
  const rows = await db.execute<{ email: string; locale: "th" | "en" }>(sql`
    select u.email, 'th' as locale from units u where u.id = ${unitId} and u.email is not null
    union select pr.email, 'th' from unit_profiles pr where pr.unit_id = ${unitId} and pr.email <> ''
    union select a.email, a.locale from memberships m join accounts a on a.id = m.account_id, ${today(now)}
    where m.unit_id = ${unitId} and a.state <> 'closed' and a.email_verified_at is not null
      and ${isMembershipInForce} and ${isUnitAdmin}`)
  return [...rows]
}
