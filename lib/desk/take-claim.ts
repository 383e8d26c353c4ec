import "server-only"
import { type DeskCase, markClaimed } from "@/db/queries/desk"
import type { Transaction } from "@/db/types"
import { allows, leaseSeconds } from "@/lib/cases/rules"
import type { AccountActor } from "@/lib/kernel/actor"
import { beyondDeciding, isHeldByOther } from "./standing"

/**
 * Step: takes a held case into a reviewer's hands, or renews his claim, if it waits, nobody else has it, and he may decide
 * on it. One reviewer has one case in hand.
 *
 * @returns until when, or nothing
 */
export async function takeClaim(
  tx: Transaction,
  actor: AccountActor,
  at: { readonly case: DeskCase; readonly now: Date },
): Promise<Date | undefined> {
  const { case: held, now } = at
  if (!allows("claim", held.state) || isHeldByOther(actor, held, now)) return undefined
  if (await beyondDeciding(tx, actor, at)) return undefined
  const until = new Date(now.getTime() + leaseSeconds * 1000)
  await markClaimed(tx, { caseId: held.id, by: actor.accountId, until })
  return until
}
