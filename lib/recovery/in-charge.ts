import "server-only"
import { type Assisted, findUnitOf, lockAssisted } from "@/db/queries/recovery-assisted"
import type { Executor, Transaction } from "@/db/types"
import { beyondAccount } from "@/lib/access/beyond-account"
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

const notTo = {
  "access.own-account": "recovery.own",
  "access.beyond-account": "recovery.beyond-power",
} as const satisfies Record<string, RefusalCode>

/** Step: why the actor may not recover this account, if he may not. */
export async function beyondPower(
  db: Executor,
  actor: AccountActor,
  accountId: string,
): Promise<RefusalCode | undefined> {
  const beyond = await beyondAccount(db, actor, accountId)
  return beyond && notTo[beyond]
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
