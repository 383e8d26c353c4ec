import { and, eq, inArray, ne, type SQL, sql } from "drizzle-orm"
import { grants, type memberships } from "@/db/schema/access"
import type { systemRoles, systems } from "@/db/schema/systems"
import type { units } from "@/db/schema/units"
import type { Executor, Transaction } from "@/db/types"

/** A membership whose roles are about to change, and whom to tell. */
export type HeldMember = {
  readonly membershipId: string
  readonly accountId: string
  readonly unitId: string
  readonly state: (typeof memberships.$inferSelect)["state"]
  readonly validUntil: string | null
  readonly name: string
  readonly email: string | null
  readonly locale: "th" | "en"
}

/** The list of ids as SQL; never empty. */
const ids = (list: readonly string[]): SQL => sql`${[...new Set(list)]}`

/** These memberships of accounts that are not closed. */
export async function listMembers(db: Executor, membershipIds: readonly string[]): Promise<HeldMember[]> {
  const rows = await db.execute<HeldMember>(sql`
    select m.id as "membershipId", m.account_id as "accountId", m.unit_id as "unitId", m.state,
      m.valid_until as "validUntil", case when a.email_verified_at is not null then a.email end as email, a.locale,
      concat(p.title_th, p.given_name_th, ' ', p.family_name_th) as name
    from memberships m join accounts a on a.id = m.account_id join persons p on p.id = a.person_id
    where m.id in ${ids(membershipIds)} and a.state <> 'closed'`)
  return [...rows]
}

/**
 * The same, held: the accounts first, then the memberships. Whoever changes roles of one person, in whichever unit, comes
 * after another who does, so that two halves of a conflict never pass each other.
 */
export async function lockMembers(tx: Transaction, membershipIds: readonly string[]): Promise<HeldMember[]> {
  await tx.execute(sql`
    select a.id from accounts a
    where a.id in (select m.account_id from memberships m where m.id in ${ids(membershipIds)})
    order by a.id for no key update`)
  await tx.execute(sql`
    select m.id from memberships m where m.id in ${ids(membershipIds)} order by m.id for no key update`)
  return listMembers(tx, membershipIds)
}

/** A role with what the rules ask of its system. */
export type RoleOfSystem = {
  readonly systemRoleId: string
  readonly systemCode: string
  readonly systemTh: string
  readonly systemEn: string
  readonly roleTh: string
  readonly roleEn: string
  readonly records: boolean
  readonly certifies: boolean
  readonly allowsConflicts: boolean
  readonly openToKinds: (typeof systems.$inferSelect)["openToKinds"]
  readonly openToProvinces: (typeof systems.$inferSelect)["openToProvinces"]
  readonly isNamedOnly: boolean
  readonly unitKind: (typeof units.$inferSelect)["kind"]
  readonly provinceCode: string | null
  readonly isNamed: boolean
}

/** These roles, with what decides whether the unit may use their systems. */
export async function listRolesFor(
  db: Executor,
  at: { readonly unitId: string; readonly roleIds: readonly (typeof systemRoles.$inferSelect)["id"][] },
): Promise<RoleOfSystem[]> {
  const rows = await db.execute<RoleOfSystem>(sql`
    select r.id as "systemRoleId", s.code as "systemCode", s.name_th as "systemTh", s.name_en as "systemEn",
      r.name_th as "roleTh", r.name_en as "roleEn", r.records, r.certifies, s.allows_conflicts as "allowsConflicts",
      s.open_to_kinds as "openToKinds", s.open_to_provinces as "openToProvinces", s.is_named_only as "isNamedOnly",
      u.kind as "unitKind", u.province_code as "provinceCode",
      exists (select 1 from system_units su where su.system_code = s.code and su.unit_id = u.id) as "isNamed"
    from system_roles r join systems s on s.code = r.system_code, units u
    where u.id = ${at.unitId} and r.id in ${ids(at.roleIds)}`)
  return [...rows]
}

/** A grant that has not been withdrawn. */
export type CurrentGrant = Pick<
  typeof grants.$inferSelect,
  "id" | "membershipId" | "systemRoleId" | "state" | "stateChangedAt" | "validUntil"
>

type Wanted = { readonly membershipIds: readonly string[]; readonly roleIds: readonly string[] }

/** The grants of these memberships in these roles that were not withdrawn. */
export function listGrants(db: Executor, at: Wanted) {
  return db
    .select({
      id: grants.id,
      membershipId: grants.membershipId,
      systemRoleId: grants.systemRoleId,
      state: grants.state,
      stateChangedAt: grants.stateChangedAt,
      validUntil: grants.validUntil,
    })
    .from(grants)
    .where(
      and(
        inArray(grants.membershipId, [...new Set(at.membershipIds)]),
        inArray(grants.systemRoleId, [...new Set(at.roleIds)]),
        ne(grants.state, "withdrawn"),
      ),
    )
    .orderBy(grants.id)
}

/** The same, held. */
export async function lockGrants(tx: Transaction, at: Wanted): Promise<CurrentGrant[]> {
  return listGrants(tx, at).for("update")
}

/** Adds a grant in force. */
export async function insertGrant(tx: Transaction, row: typeof grants.$inferInsert): Promise<void> {
  await tx.insert(grants).values(row)
}

/** Changes a grant. */
export async function markGrant(
  tx: Transaction,
  id: string,
  to: Partial<typeof grants.$inferInsert>,
): Promise<void> {
  await tx.update(grants).set(to).where(eq(grants.id, id))
}

/**
 * Which of these accounts, in force on a day, both record and certify in one of these systems, in whichever of their
 * memberships, where the system does not allow it. A person has one account.
 */
export async function listConflicts(
  db: Executor,
  at: {
    readonly accountIds: readonly string[]
    readonly systemCodes: readonly string[]
    readonly today: string
  },
): Promise<{ readonly accountId: string; readonly systemCode: string }[]> {
  const rows = await db.execute<{ accountId: string; systemCode: string }>(sql`
    select m.account_id as "accountId", r.system_code as "systemCode"
    from memberships m join grants g on g.membership_id = m.id and g.state = 'active'
      join system_roles r on r.id = g.system_role_id join systems s on s.code = r.system_code
    where m.account_id in ${ids(at.accountIds)} and m.state <> 'ended' and s.code in ${ids(at.systemCodes)}
      and not s.allows_conflicts and (g.valid_until is null or g.valid_until >= ${at.today})
    group by m.account_id, r.system_code having bool_or(r.records) and bool_or(r.certifies)`)
  return [...rows]
}

/** Which of these accounts belong to one of these units. */
export async function listBelonging(
  db: Executor,
  at: { readonly accountIds: readonly string[]; readonly unitIds: readonly string[] },
): Promise<string[]> {
  if (at.accountIds.length === 0 || at.unitIds.length === 0) return []
  const rows = await db.execute<{ id: string }>(sql`
    select distinct m.account_id as id from memberships m
    where m.account_id in ${ids(at.accountIds)} and m.unit_id in ${ids(at.unitIds)} and m.state <> 'ended'`)
  return rows.map(({ id }) => id)
}

/** Answers the requests that wait for what was just granted. */
export async function markRequestsGranted(
  tx: Transaction,
  at: {
    readonly membershipId: string
    readonly systemRoleId: string
    readonly by: string | null
    readonly now: Date
  },
): Promise<void> {
  await tx.execute(sql`
    update rights_requests set state = 'granted', decided_by = ${at.by}, decided_at = ${at.now.toISOString()}
    where membership_id = ${at.membershipId} and system_role_id = ${at.systemRoleId} and state = 'waiting'`)
}

/** Withdraws grants that were suspended before an instant, so many at most; returns how many. */
export async function withdrawLapsed(
  tx: Transaction,
  at: { readonly suspendedBefore: Date; readonly now: Date; readonly limit: number },
): Promise<number> {
  const rows = await tx.execute(sql`
    update grants set state = 'withdrawn', state_changed_at = ${at.now.toISOString()}, state_changed_by = null
    where id in (select id from grants where state = 'suspended' and state_changed_at <= ${at.suspendedBefore.toISOString()}
      order by state_changed_at, id limit ${at.limit} for update skip locked)
    returning id`)
  return rows.length
}
