import "server-only"
import { type HeldMember, markMembership } from "@/db/queries/members-acts"
import type { Transaction } from "@/db/types"
import { endMembership } from "@/lib/access/end-membership"
import { bangkokDay } from "@/lib/i18n/dates"
import { shutOut } from "./shut-out"
import { tellOwner } from "./tell-owner"

/** Step: ends a held membership with its appointments and grants, for good, and tells its owner. */
export async function concludeMembership(
  tx: Transaction,
  member: Pick<HeldMember, "id" | "accountId" | "unitId" | "validFrom">,
  by: { readonly accountId: string | null; readonly reason: string; readonly now: Date },
): Promise<void> {
  const { now } = by
  const today = bangkokDay(now)
  await endMembership(tx, member.id, now)
  await markMembership(tx, member.id, {
    stateReason: by.reason,
    stateChangedAt: now,
    stateChangedBy: by.accountId,
    suspendedUntil: null,
    validUntil: member.validFrom > today ? member.validFrom : today,
  })
  await shutOut(tx, member.accountId, now)
  await tellOwner(tx, { accountId: member.accountId, unitId: member.unitId, kind: "ended", now })
}
