import "server-only"
import { type HeldMember, lockMember, markMembership } from "@/db/queries/members-acts"
import type { Transaction } from "@/db/types"

/** Step: a user of a unit, held with his account; nothing where he has left. */
export async function holdMember(
  tx: Transaction,
  at: { readonly unitId: string; readonly membershipId: string },
): Promise<HeldMember | undefined> {
  const member = await lockMember(tx, at)
  return member?.state === "ended" ? undefined : member
}

/** Step: changes what the unit says of its user, for rooms that do so in bulk. The caller holds him; returns the new version. */
export async function amendMember(
  tx: Transaction,
  member: Pick<HeldMember, "id" | "version">,
  to: Partial<
    Pick<HeldMember, "post" | "staffKind" | "staffReason" | "officeTelephone" | "orderText" | "validUntil">
  >,
): Promise<number> {
  await markMembership(tx, member.id, to)
  return member.version + 1
}
