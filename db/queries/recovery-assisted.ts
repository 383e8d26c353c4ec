import { and, eq, inArray, sql } from "drizzle-orm"
import { alias } from "drizzle-orm/pg-core"
import { accounts } from "@/db/schema/identity"
import { assistedRecoveries, recoveries, recoveryApprovals } from "@/db/schema/recovery"
import { units } from "@/db/schema/units"
import type { Executor, Transaction } from "@/db/types"
import { unitIdOf } from "./unit-predicates"

/** A way back that people in charge open, as it stands. */
export type Assisted = typeof assistedRecoveries.$inferSelect

/** The unit of a code. */
export async function findUnitOf(
  db: Executor,
  code: string,
): Promise<
  | { readonly id: string; readonly path: string; readonly nameTh: string; readonly nameEn: string | null }
  | undefined
> {
  const [row] = await db
    .select({ id: units.id, path: units.path, nameTh: units.nameTh, nameEn: units.nameEn })
    .from(units)
    .where(sql`${units.id} = ${unitIdOf(code)}`)
  return row
}

/** How a member is found: as at the door. */
type MemberKey =
  | { readonly nationalIdHashes: readonly Buffer[] }
  | { readonly usernameKey: string }
  | { readonly accountId: string }

/** The account of a person of a unit, found as at the door; nothing for somebody of another unit. */
export async function findMemberOf(
  db: Executor,
  unitId: string,
  key: MemberKey,
): Promise<string | undefined> {
  const isMeant =
    "usernameKey" in key
      ? sql`a.username_key = ${key.usernameKey}`
      : "accountId" in key
        ? sql`a.id = ${key.accountId}`
        : sql`a.person_id in (select id from persons where national_id_hash in ${[...key.nationalIdHashes]})`
  const [row] = await db.execute<{ id: string }>(sql`
    select a.id from accounts a join memberships m on m.account_id = a.id
    where m.unit_id = ${unitId} and m.state <> 'ended' and ${isMeant} limit 1`)
  return row?.id
}

/** Whether one waits for an account already. */
export async function findWaiting(db: Executor, accountId: string): Promise<boolean> {
  const rows = await db
    .select({ id: assistedRecoveries.id })
    .from(assistedRecoveries)
    .where(and(eq(assistedRecoveries.accountId, accountId), eq(assistedRecoveries.state, "waiting")))
  return rows.length > 0
}

/** Closes what waited for longer than it may, so that another may be asked for. */
export async function markExpiredClosed(tx: Transaction, accountId: string, now: Date): Promise<void> {
  await tx
    .update(assistedRecoveries)
    .set({ state: "cancelled", decidedAt: now })
    .where(
      and(
        eq(assistedRecoveries.accountId, accountId),
        eq(assistedRecoveries.state, "waiting"),
        sql`${assistedRecoveries.expiresAt} <= ${now.toISOString()}`,
      ),
    )
}

/** Adds one, with its first approval: whoever asks approves. */
export async function insertAssisted(
  tx: Transaction,
  row: typeof assistedRecoveries.$inferInsert & { readonly id: string },
): Promise<void> {
  await tx.insert(assistedRecoveries).values(row)
  await insertApproval(tx, row.id, row.askedBy, row.askedAt)
}

/** Adds an approval; false when that person has approved already. */
export async function insertApproval(
  tx: Transaction,
  assistedId: string,
  accountId: string,
  now: Date,
): Promise<boolean> {
  const added = await tx
    .insert(recoveryApprovals)
    .values({ assistedId, accountId, approvedAt: now })
    .onConflictDoNothing()
    .returning({ id: recoveryApprovals.assistedId })
  return added.length > 0
}

/** One of a unit, held: approvers come one after the other. */
export async function lockAssisted(
  tx: Transaction,
  at: { readonly id: string; readonly unitId: string },
): Promise<Assisted | undefined> {
  const [row] = await tx
    .select()
    .from(assistedRecoveries)
    .where(and(eq(assistedRecoveries.id, at.id), eq(assistedRecoveries.unitId, at.unitId)))
    .for("update")
  return row
}

/** The one of an owner's link to cancel it, held. */
export async function lockCancellable(
  tx: Transaction,
  hashes: readonly Buffer[],
): Promise<Assisted | undefined> {
  const [row] = await ofCancelLink(tx, hashes).for("update")
  return row
}

/** The same, for a screen. */
export async function findCancellable(
  db: Executor,
  hashes: readonly Buffer[],
): Promise<Assisted | undefined> {
  const [row] = await ofCancelLink(db, hashes)
  return row
}

function ofCancelLink(db: Executor, hashes: readonly Buffer[]) {
  return db
    .select()
    .from(assistedRecoveries)
    .where(inArray(assistedRecoveries.cancelHash, [...hashes]))
}

/** How many have approved. */
export async function countOfApprovals(db: Executor, assistedId: string): Promise<number> {
  return db.$count(recoveryApprovals, eq(recoveryApprovals.assistedId, assistedId))
}

/** Moves one on. What is sent and then cancelled loses its link. */
export async function markAssisted(
  tx: Transaction,
  id: string,
  to: { readonly state: Assisted["state"]; readonly by: string | null; readonly now: Date },
): Promise<void> {
  await tx
    .update(assistedRecoveries)
    .set({ state: to.state, decidedAt: to.now, decidedBy: to.by })
    .where(eq(assistedRecoveries.id, id))
  if (to.state !== "cancelled") return
  await tx
    .update(recoveries)
    .set({ closedAt: to.now, closedReason: "replaced" })
    .where(and(eq(recoveries.assistedId, id), sql`${recoveries.closedAt} is null`))
}

/** Cancels whatever waits or was sent for an account: its owner said “this wasn't me”. */
export async function markAssistedCancelled(tx: Transaction, accountId: string, now: Date): Promise<void> {
  await tx
    .update(assistedRecoveries)
    .set({ state: "cancelled", decidedAt: now })
    .where(
      and(
        eq(assistedRecoveries.accountId, accountId),
        inArray(assistedRecoveries.state, ["waiting", "sent"]),
      ),
    )
}

/** The link was opened: the browser's token takes the place of the link's, and the person counts as proved. */
export async function markLinkOpened(
  tx: Transaction,
  id: string,
  to: { readonly tokenHash: Buffer; readonly expiresAt: Date },
): Promise<void> {
  await tx
    .update(recoveries)
    .set({ ...to, proof: "staff" })
    .where(eq(recoveries.id, id))
}

/** What was approved for a recovery, once its link is used. */
export async function findAssisted(db: Executor, id: string): Promise<Assisted | undefined> {
  const [row] = await db.select().from(assistedRecoveries).where(eq(assistedRecoveries.id, id))
  return row
}

/** Gives an account the address that was approved, and that its owner has just shown to be his. */
export async function markNewAddress(
  tx: Transaction,
  accountId: string,
  email: string,
  now: Date,
): Promise<void> {
  await tx.update(accounts).set({ email, emailVerifiedAt: now }).where(eq(accounts.id, accountId))
}

/** One as the unit's page shows it. */
export type AssistedLine = {
  readonly id: string
  readonly accountId: string
  readonly name: string
  readonly reason: Assisted["reason"]
  readonly note: string
  readonly newEmail: string | null
  readonly ownerTold: boolean
  readonly askedAt: Date
  readonly waitUntil: Date
  readonly expiresAt: Date
  readonly state: Assisted["state"]
  readonly approvers: readonly { readonly accountId: string; readonly name: string }[]
}

const person = alias(accounts, "owner")

/** The ways back of a unit's people that wait, or ended since an instant; the newest first. */
export async function listAssisted(db: Executor, unitId: string, since: Date): Promise<AssistedLine[]> {
  return db
    .select({
      id: assistedRecoveries.id,
      accountId: assistedRecoveries.accountId,
      name: sql<string>`(select concat(p.title_th, p.given_name_th, ' ', p.family_name_th) from persons p
        where p.id = ${person.personId})`,
      reason: assistedRecoveries.reason,
      note: assistedRecoveries.note,
      newEmail: assistedRecoveries.newEmail,
      ownerTold: assistedRecoveries.ownerTold,
      askedAt: assistedRecoveries.askedAt,
      waitUntil: assistedRecoveries.waitUntil,
      expiresAt: assistedRecoveries.expiresAt,
      state: assistedRecoveries.state,
      approvers: sql<AssistedLine["approvers"]>`(select json_agg(json_build_object('accountId', a.id,
          'name', p.given_name_th || ' ' || p.family_name_th) order by ra.approved_at)
        from recovery_approvals ra join accounts a on a.id = ra.account_id join persons p on p.id = a.person_id
        where ra.assisted_id = ${assistedRecoveries.id})`,
    })
    .from(assistedRecoveries)
    .innerJoin(person, eq(person.id, assistedRecoveries.accountId))
    .where(
      and(eq(assistedRecoveries.unitId, unitId), sql`${assistedRecoveries.askedAt} > ${since.toISOString()}`),
    )
    .orderBy(sql`${assistedRecoveries.askedAt} desc`)
}
