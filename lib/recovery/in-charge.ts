import "server-only"
import { type Assisted, findUnitOf, listPathsOf, lockAssisted } from "@/db/queries/recovery-assisted"
import type { Executor, Transaction } from "@/db/types"
import { may } from "@/lib/access/may"
import type { AccountActor, Actor } from "@/lib/kernel/actor"
import type { RefusalCode } from "@/lib/kernel/refusal"

const department = "1/"

/** The coarse question: whether there is any unit at all whose people the actor may recover. */
export function canRecoverSomebody(actor: Actor): actor is AccountActor {
  if (actor.kind !== "account") return false
  const paths = [department, ...actor.seats.map(({ path }) => path)]
  return paths.some((path) => may(actor, "accounts.recover", { path }))
}

/** The unit of a code, if the actor may recover its people; to all others it is not there. */
export async function unitInCharge(db: Executor, actor: Actor, code: string) {
  const unit = await findUnitOf(db, code)
  return unit && may(actor, "accounts.recover", { path: unit.path }) ? unit : undefined
}

/**
 * Step: why the actor may not recover this account: never his own, and only with power over every unit to which it belongs
 * (a membership is not the account).
 */
export async function beyondPower(
  db: Executor,
  actor: AccountActor,
  accountId: string,
): Promise<RefusalCode | undefined> {
  if (accountId === actor.accountId) return "recovery.own"
  const paths = await listPathsOf(db, accountId)
  const reaches = (path: string) => may(actor, "accounts.recover", { path, concerns: [accountId] })
  return paths.length > 0 && paths.every(reaches) ? undefined : "recovery.beyond-power"
}

/** Step: one that still waits, held, for somebody who may decide on it; or why not. */
export async function lockForDecision(
  tx: Transaction,
  actor: AccountActor,
  at: { readonly id: string; readonly unitCode: string; readonly now: Date },
): Promise<Assisted | RefusalCode> {
  const unit = await unitInCharge(tx, actor, at.unitCode)
  const assisted = unit && (await lockAssisted(tx, { id: at.id, unitId: unit.id }))
  if (!assisted) return "not-found"
  const beyond = await beyondPower(tx, actor, assisted.accountId)
  if (beyond) return beyond
  return assisted.state === "waiting" && assisted.expiresAt > at.now ? assisted : "recovery.decided"
}
