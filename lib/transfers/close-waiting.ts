import "server-only"
import { findTransfer, lockTransfer, markTransfer, type Transfer } from "@/db/queries/transfers"
import type { Transaction } from "@/db/types"
import type { AccountActor } from "@/lib/kernel/actor"
import type { RefusalCode } from "@/lib/kernel/refusal"
import { unitToSign } from "./unit-to-sign"

type Closing = {
  readonly unitCode: string
  readonly transferId: string
  readonly reason: string
  readonly side: "fromUnitId" | "toUnitId"
  readonly state: "refused" | "withdrawn"
  readonly now: Date
}

/** Step: ends a transfer that has not taken effect, by one of its units. */
export async function closeWaiting(
  tx: Transaction,
  actor: AccountActor,
  closing: Closing,
): Promise<{ readonly transfer: Transfer; readonly unitId: string } | RefusalCode> {
  const { now, reason, side, state } = closing
  const unit = await unitToSign(tx, actor, closing)
  if (typeof unit === "string") return unit
  const seen = await findTransfer(tx, closing.transferId)
  if (seen?.[side] !== unit.id) return "not-found"
  const held = await lockTransfer(tx, seen)
  if (held?.transfer.state !== "open" && held?.transfer.state !== "agreed") return "transfers.over"
  const by = { closedAt: now, closedBy: actor.accountId, closedReason: reason }
  await markTransfer(tx, seen.id, { state, ...by })
  return { transfer: held.transfer, unitId: unit.id }
}
