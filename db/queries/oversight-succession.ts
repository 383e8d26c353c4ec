import { and, eq, sql } from "drizzle-orm"
import { memberships } from "@/db/schema/access"
import { successors } from "@/db/schema/oversight"
import type { Executor, Transaction } from "@/db/types"
import { isMembershipInForce, isUnitAdmin, today } from "./access"

/** A unit's finding that is open. */
export type OpenFinding = "no-admin" | "one-admin" | "order-ending" | "admin-unseen"

/** An SSO Admin of a unit as those in charge see him. */
export type AdminStanding = {
  readonly membershipId: string
  readonly name: string
  readonly post: string
  readonly endsOn: string | null
  readonly seenAt: Date | null
}

/** Somebody of a unit by name and post. */
export type Candidate = { readonly membershipId: string; readonly name: string; readonly post: string }

const name = sql`concat(p.title_th, p.given_name_th, ' ', p.family_name_th)`
const people = sql`memberships m join accounts a on a.id = m.account_id join persons p on p.id = a.person_id`

/** The SSO Admins of a unit today, with the end of their orders and when each was last signed in. */
export async function listAdminStandings(db: Executor, unitId: string, now: Date): Promise<AdminStanding[]> {
  const rows = await db.execute<Omit<AdminStanding, "seenAt"> & { seenAt: string | null }>(sql`
    select m.id as "membershipId", ${name} as name, m.post,
      (select nullif(max(coalesce(ap.valid_until, 'infinity')), 'infinity') from admin_appointments ap
        where ap.membership_id = m.id and ap.ended_at is null) as "endsOn",
      (select max(s.last_seen_at) from sessions s where s.account_id = a.id) as "seenAt"
    from ${people}, ${today(now)}
    where m.unit_id = ${unitId} and a.state = 'active' and ${isMembershipInForce} and ${isUnitAdmin}
    order by p.given_name_th collate "th-x-icu", p.family_name_th collate "th-x-icu"`)
  return rows.map((row) => ({ ...row, seenAt: row.seenAt ? new Date(row.seenAt) : null }))
}

/** Who could take over: users of the unit in force who are not its SSO Admins. */
export async function listCandidates(
  db: Executor,
  unitId: string,
  now: Date,
  limit: number,
): Promise<Candidate[]> {
  const rows = await db.execute<Candidate>(sql`
    select m.id as "membershipId", ${name} as name, m.post from ${people}, ${today(now)}
    where m.unit_id = ${unitId} and a.state in ('active', 'invited') and ${isMembershipInForce} and not ${isUnitAdmin}
    order by p.given_name_th collate "th-x-icu", p.family_name_th collate "th-x-icu" limit ${limit}`)
  return [...rows]
}

/** What was found about a unit and is so still. */
export async function listOpenFindings(db: Executor, unitId: string): Promise<OpenFinding[]> {
  const rows = await db.execute<{ finding: OpenFinding }>(sql`
    select finding from unit_findings where unit_id = ${unitId} and ended_at is null order by finding`)
  return rows.map(({ finding }) => finding)
}

/** Who is named to take over, while he belongs to the unit. */
export async function findSuccessor(
  db: Executor,
  unitId: string,
): Promise<(Candidate & { readonly namedAt: Date }) | undefined> {
  const [row] = await db.execute<Candidate & { namedAt: string }>(sql`
    select m.id as "membershipId", ${name} as name, m.post, s.named_at as "namedAt"
    from successors s join ${people} on m.id = s.membership_id
    where s.unit_id = ${unitId} and m.state <> 'ended'`)
  return row && { ...row, namedAt: new Date(row.namedAt) }
}

/** Whether a membership belongs to the unit and has not ended, held. */
export async function lockMember(tx: Transaction, unitId: string, membershipId: string) {
  const [row] = await tx
    .select({ accountId: memberships.accountId, state: memberships.state })
    .from(memberships)
    .where(and(eq(memberships.id, membershipId), eq(memberships.unitId, unitId)))
    .for("share")
  return row && row.state !== "ended" ? row : undefined
}

/** Names a successor in the place of whoever was named. */
export async function upsertSuccessor(tx: Transaction, row: typeof successors.$inferInsert): Promise<void> {
  const { membershipId, namedBy, namedAt } = row
  await tx
    .insert(successors)
    .values(row)
    .onConflictDoUpdate({ target: successors.unitId, set: { membershipId, namedBy, namedAt } })
}

/** Names nobody; false where nobody was named. */
export async function deleteSuccessor(tx: Transaction, unitId: string): Promise<boolean> {
  const gone = await tx
    .delete(successors)
    .where(eq(successors.unitId, unitId))
    .returning({ id: successors.unitId })
  return gone.length > 0
}
