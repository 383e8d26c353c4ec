import { and, eq, sql } from "drizzle-orm"
import { memberships } from "@/db/schema/access"
import { accounts } from "@/db/schema/identity"
import { transferGrants, transfers } from "@/db/schema/rights"
import { units } from "@/db/schema/units"
import type { Executor, Transaction } from "@/db/types"
import { unitIdOf } from "./unit-predicates"

/** A transfer as it stands. */
export type Transfer = typeof transfers.$inferSelect

/** The unit of a code, for a transfer there. */
export async function findTargetUnit(db: Executor, code: string) {
  const [row] = await db
    .select({ id: units.id, kind: units.kind, code: units.code })
    .from(units)
    .where(sql`${units.id} = ${unitIdOf(code)}`)
  return row
}

/** Adds a transfer; nothing where one of the same membership waits already. */
export async function insertTransfer(
  tx: Transaction,
  row: typeof transfers.$inferInsert,
): Promise<string | undefined> {
  const [made] = await tx.insert(transfers).values(row).onConflictDoNothing().returning({ id: transfers.id })
  return made?.id
}

/** A transfer, for a look before it is held. */
export async function findTransfer(db: Executor, id: string): Promise<Transfer | undefined> {
  const [row] = await db.select().from(transfers).where(eq(transfers.id, id))
  return row
}

/** Holds the account, then the membership, then the transfer, as everybody who changes one of them does. */
export async function lockTransfer(tx: Transaction, seen: Transfer) {
  await tx.execute(sql`select 1 from accounts where id = ${seen.accountId} for update`)
  const [membership] = await tx
    .select()
    .from(memberships)
    .where(eq(memberships.id, seen.fromMembershipId))
    .for("update")
  const [account] = await tx
    .select({ state: accounts.state })
    .from(accounts)
    .where(eq(accounts.id, seen.accountId))
  const [transfer] = await tx.select().from(transfers).where(eq(transfers.id, seen.id)).for("update")
  return transfer && membership && account && { transfer, membership, accountState: account.state }
}

/** Changes a transfer. */
export async function markTransfer(
  tx: Transaction,
  id: string,
  to: Partial<typeof transfers.$inferInsert>,
): Promise<void> {
  await tx.update(transfers).set(to).where(eq(transfers.id, id))
}

/** Writes down which roles begin in the new unit. */
export async function insertTransferGrants(
  tx: Transaction,
  transferId: string,
  roles: readonly string[],
): Promise<void> {
  if (roles.length === 0) return
  await tx
    .insert(transferGrants)
    .values(roles.map((systemRoleId) => ({ transferId, systemRoleId })))
    .onConflictDoNothing()
}

/** The roles that begin in the new unit. */
export async function listTransferGrants(
  db: Executor,
  transferId: string,
): Promise<{ readonly systemRoleId: string; readonly validUntil: string | null }[]> {
  return db
    .select({ systemRoleId: transferGrants.systemRoleId, validUntil: transferGrants.validUntil })
    .from(transferGrants)
    .where(eq(transferGrants.transferId, transferId))
}

/** A role was given in the new unit. */
export async function markTransferGrantKept(
  tx: Transaction,
  transferId: string,
  systemRoleId: string,
): Promise<void> {
  await tx
    .update(transferGrants)
    .set({ isKept: true })
    .where(and(eq(transferGrants.transferId, transferId), eq(transferGrants.systemRoleId, systemRoleId)))
}

/** Makes the membership of the new unit, or finds the one that the person has there already. */
export async function ensureTransferred(tx: Transaction, transfer: Transfer, today: string): Promise<string> {
  const { accountId, toUnitId } = transfer
  await tx.execute(sql`
    update memberships set state = 'ended' where account_id = ${accountId} and unit_id = ${toUnitId}
      and state = 'active' and valid_until < ${today}`)
  const [made] = await tx
    .insert(memberships)
    .values({
      accountId,
      unitId: toUnitId,
      post: transfer.post,
      staffKind: transfer.staffKind,
      staffReason: transfer.staffReason,
      officeTelephone: transfer.officeTelephone || null,
      orderText: transfer.orderText,
      state: "active",
      validFrom: today,
    })
    .onConflictDoNothing()
    .returning({ id: memberships.id })
  if (made) return made.id
  const [known] = await tx.execute<{ id: string }>(sql`
    select id from memberships where account_id = ${accountId} and unit_id = ${toUnitId} and state <> 'ended'`)
  if (!known) throw new Error("a membership can neither be made nor found")
  return known.id
}

/** Transfers whose day has come, and those that waited in vain. */
export async function listDueTransfers(
  db: Executor,
  at: { readonly today: string; readonly now: Date },
): Promise<Transfer[]> {
  return db
    .select()
    .from(transfers)
    .where(
      sql`(${transfers.state} = 'agreed' and ${transfers.effectiveOn} <= ${at.today})
        or (${transfers.state} = 'open' and ${transfers.expiresAt} <= ${at.now.toISOString()})`,
    )
    .limit(200)
}
