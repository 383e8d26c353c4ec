import "server-only"
import { markRecovered, markRecoveriesClosed, type Recovery } from "@/db/queries/recovery"
import type { Transaction } from "@/db/types"
import { endAllSessions } from "@/lib/sessions/end-all-sessions"
import { powersHeld } from "./rules"

/**
 * Step: takes a recovered account back into use. It is unlocked, signed out everywhere, its other ways back are closed, and
 * unless ThaiID proved the person it has no administrative power for a while. Returns how many sessions ended.
 */
export async function conclude(
  tx: Transaction,
  {
    accountId,
    proof,
    now,
  }: {
    readonly accountId: string
    readonly proof: NonNullable<Recovery["proof"]>
    readonly now: Date
  },
): Promise<number> {
  const powersHeldUntil = proof === "thaid" ? null : new Date(now.getTime() + powersHeld * 1000)
  await markRecovered(tx, accountId, { powersHeldUntil, now })
  await markRecoveriesClosed(tx, { accountId }, "done", now)
  return endAllSessions(tx, accountId, "recovered", now)
}
