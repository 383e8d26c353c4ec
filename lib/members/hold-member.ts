import "server-only"
import { type HeldMember, lockMember } from "@/db/queries/members-acts"
import type { Transaction } from "@/db/types"

/** Step: a member of a unit, held with his account; for rooms that end a membership as part of something else. */
export function holdMember(
  tx: Transaction,
  at: { readonly unitId: string; readonly membershipId: string },
): Promise<HeldMember | undefined> {
  return lockMember(tx, at)
}
