import { and, eq, isNull, ne, sql } from "drizzle-orm"
import { adminAppointments, grants, memberships, type staffKinds } from "@/db/schema/access"
import type { Transaction } from "@/db/types"

type Wanted = {
  readonly accountId: string
  readonly unitId: string
  readonly post: string
  readonly staffKind: (typeof staffKinds)[number]
  readonly officeTelephone: string | null
  /** The date in Bangkok. */
  readonly today: string
}

/** Ends the membership of an account in a unit if its last day is over. */
export async function endLapsedMembership(
  tx: Transaction,
  { accountId, unitId, today }: Wanted,
): Promise<void> {
  await tx.execute(sql`
    update memberships set state = 'ended'
    where account_id = ${accountId} and unit_id = ${unitId} and state = 'active' and valid_until < ${today}`)
}

/** Adds a membership from today on; nothing where the account has one in the unit that has not ended. */
export async function insertMembership(tx: Transaction, wanted: Wanted): Promise<string | undefined> {
  const { accountId, unitId, post, staffKind, officeTelephone, today } = wanted
  const [made] = await tx.execute<{ id: string }>(sql`
    insert into memberships (account_id, unit_id, post, staff_kind, office_telephone, state, valid_from)
    values (${accountId}, ${unitId}, ${post}, ${staffKind}, ${officeTelephone}, 'active', ${today})
    on conflict (account_id, unit_id) where state <> 'ended' do nothing returning id`)
  return made?.id
}

/** The membership that has not ended, held; a telephone comes in where it has none. */
export async function findCurrentMembership(
  tx: Transaction,
  { accountId, unitId, officeTelephone }: Wanted,
): Promise<{ membershipId: string; state: "active" | "suspended" } | undefined> {
  const [row] = await tx.execute<{ membershipId: string; state: "active" | "suspended" }>(sql`
    update memberships set office_telephone = coalesce(office_telephone, ${officeTelephone})
    where account_id = ${accountId} and unit_id = ${unitId} and state <> 'ended'
    returning id as "membershipId", state`)
  return row
}

/** Ends a membership with what hangs on it; false where it had ended. */
export async function markMembershipEnded(
  tx: Transaction,
  membershipId: string,
  now: Date,
): Promise<boolean> {
  const ended = await tx
    .update(memberships)
    .set({ state: "ended" })
    .where(and(eq(memberships.id, membershipId), ne(memberships.state, "ended")))
    .returning({ id: memberships.id })
  if (ended.length === 0) return false
  await tx
    .update(adminAppointments)
    .set({ endedAt: now })
    .where(and(eq(adminAppointments.membershipId, membershipId), isNull(adminAppointments.endedAt)))
  await tx
    .update(grants)
    .set({ state: "withdrawn", stateChangedAt: now })
    .where(and(eq(grants.membershipId, membershipId), ne(grants.state, "withdrawn")))
  return true
}
