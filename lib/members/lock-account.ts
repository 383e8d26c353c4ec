import "server-only"
import { type HeldMember, listCurrent, lockMember } from "@/db/queries/members-acts"
import type { Transaction } from "@/db/types"
import { beyondAccount } from "@/lib/access/beyond-account"
import { unitInSight } from "@/lib/access/unit-in-sight"
import type { AccountActor } from "@/lib/kernel/actor"
import type { RefusalCode } from "@/lib/kernel/refusal"
import { shutForLast } from "./lock-user"

/** Step: a user whose account as a whole is within the actor's power, found by one of its memberships and held; or why not. */
export async function lockAccount(
  tx: Transaction,
  actor: AccountActor,
  asked: { readonly unitCode: string; readonly membershipId: string; readonly now: Date },
): Promise<{ readonly member: HeldMember } | RefusalCode> {
  const unit = await unitInSight(tx, actor, asked)
  const member = unit && (await lockMember(tx, { unitId: unit.id, membershipId: asked.membershipId }))
  if (!member) return "not-found"
  const beyond = await beyondAccount(tx, actor, member.accountId)
  return beyond ?? { member }
}

/** Step: why an account can't go just so: it is that of the last SSO Admin of one of its units. */
export async function shutForLastAnywhere(
  tx: Transaction,
  accountId: string,
  at: { readonly knowsLast: string; readonly now: Date },
): Promise<RefusalCode | undefined> {
  for (const member of await listCurrent(tx, accountId)) {
    const shut = await shutForLast(tx, member, at)
    if (shut) return shut
  }
  return undefined
}
