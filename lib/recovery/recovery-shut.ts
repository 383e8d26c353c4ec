import "server-only"
import type { Recovery } from "@/db/queries/recovery"
import type { RefusalCode } from "@/lib/kernel/refusal"

/** Why a way back is closed, or nothing while it is open. */
export function recoveryShut(recovery: Recovery | undefined, now: Date): RefusalCode | undefined {
  if (recovery?.closedReason === "guesses-used") return "recovery.guesses-used"
  if (!recovery || recovery.closedAt || recovery.expiresAt <= now) return "recovery.gone"
  return undefined
}
