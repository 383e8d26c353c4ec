import "server-only"
import { listBelonging } from "@/db/queries/rights"
import type { Executor } from "@/db/types"
import { may } from "@/lib/access/may"
import type { UnitInSight } from "@/lib/access/unit-in-sight"
import type { AccountActor } from "@/lib/kernel/actor"
import type { RefusalCode } from "@/lib/kernel/refusal"

/**
 * Step: why the actor may not give a role to one of these accounts. Nobody gives one to himself; an office that acts for a
 * unit below it gives none to its own people either (product page, "Powers").
 */
export async function grantBar(
  db: Executor,
  actor: AccountActor,
  { unit, accountIds }: { readonly unit: UnitInSight; readonly accountIds: readonly string[] },
): Promise<Extract<RefusalCode, "rights.own" | "rights.own-office"> | undefined> {
  if (accountIds.includes(actor.accountId)) return "rights.own"
  if (accountIds.length === 0 || may(actor, "memberships.manage", { path: unit.path })) return undefined
  const unitIds = actor.seats.filter(({ isAdmin }) => isAdmin).map(({ unitId }) => unitId)
  return (await listBelonging(db, { accountIds, unitIds })).length > 0 ? "rights.own-office" : undefined
}
