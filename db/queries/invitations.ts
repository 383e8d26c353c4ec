import { and, eq, isNull } from "drizzle-orm"
import { invitations } from "@/db/schema/invitations"
import type { Transaction } from "@/db/types"

/** An invitation, as it stands. */
export type Invitation = typeof invitations.$inferSelect

/** Adds an invitation. */
export async function insertInvitation(tx: Transaction, row: typeof invitations.$inferInsert): Promise<void> {
  await tx.insert(invitations).values(row)
}

/** Ends the open invitation of an account; false where there is none. */
export async function markInvitationEnded(
  tx: Transaction,
  accountId: string,
  reason: NonNullable<Invitation["endedReason"]>,
  now: Date,
): Promise<boolean> {
  const ended = await tx
    .update(invitations)
    .set({ endedAt: now, endedReason: reason, codeHash: null, browserHash: null })
    .where(and(eq(invitations.accountId, accountId), isNull(invitations.endedAt)))
    .returning({ id: invitations.id })
  return ended.length > 0
}
