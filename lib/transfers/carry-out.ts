import "server-only"
import {
  ensureTransferred,
  listTransferGrants,
  type lockTransfer,
  markTransfer,
  markTransferGrantKept,
} from "@/db/queries/transfers"
import type { Transaction } from "@/db/types"
import { bangkokDay } from "@/lib/i18n/dates"
import { concludeMembership } from "@/lib/members/conclude-membership"
import { grantRoles } from "@/lib/rights/grant-roles"

/** A transfer with what it is about, all held. */
type HeldTransfer = NonNullable<Awaited<ReturnType<typeof lockTransfer>>>

/** Carries a refusal of one role out of its savepoint. Never leaves this file. */
class Lost extends Error {}

/**
 * Step: the old membership ends with its appointment and rights, and the new one begins with its own, all at one moment. A
 * suspended membership waits; one that has ended meanwhile takes the transfer with it. A role that can't be given by then
 * is left out, and the list says so.
 *
 * @returns whether it was done
 */
export async function carryOut(tx: Transaction, held: HeldTransfer, now: Date): Promise<boolean> {
  const { transfer, membership, accountState } = held
  if (membership.state === "ended" || accountState === "closed") {
    await markTransfer(tx, transfer.id, { state: "withdrawn", closedAt: now })
    return false
  }
  if (membership.state === "suspended" || accountState !== "active") {
    if (transfer.expiresAt <= now) await markTransfer(tx, transfer.id, { state: "expired", closedAt: now })
    return false
  }
  const toMembershipId = await ensureTransferred(tx, transfer, bangkokDay(now))
  await concludeMembership(tx, membership, { accountId: transfer.fromSignedBy, reason: "", now })
  for (const role of await listTransferGrants(tx, transfer.id)) {
    const isGiven = await isGranted(tx, async (inner) => {
      const no = await grantRoles(inner, {
        unitId: transfer.toUnitId,
        membershipId: toMembershipId,
        roles: [role],
        by: transfer.toSignedBy,
        orderText: transfer.orderText,
        now,
      })
      if (no) throw new Lost(no)
    })
    if (isGiven) await markTransferGrantKept(tx, transfer.id, role.systemRoleId)
  }
  await markTransfer(tx, transfer.id, { state: "done", toMembershipId, closedAt: now })
  return true
}

async function isGranted(tx: Transaction, give: (inner: Transaction) => Promise<void>): Promise<boolean> {
  try {
    await tx.transaction(give)
    return true
  } catch (thrown) {
    if (thrown instanceof Lost) return false
    throw thrown
  }
}
