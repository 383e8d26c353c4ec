import "server-only"
import { markMembershipEnded } from "@/db/queries/memberships"
import type { Transaction } from "@/db/types"

/**
 * Step: ends a membership, with its appointments as SSO Admin and its grants.
 *
 * @returns whether it was in force until now
 */
export function endMembership(tx: Transaction, membershipId: string, now: Date): Promise<boolean> {
  return markMembershipEnded(tx, membershipId, now)
}
