import "server-only"
import {
  isTurnToCount,
  settleFindings,
  settleOfficeCoverage,
  settleUnitCoverage,
} from "@/db/queries/oversight-count"
import type { Database } from "@/db/types"
import { watchDays } from "./rules"

/** Counts anew how units stand with their SSO Admins, the sums of the offices above them, and what threatens whom. */
export async function refreshCoverage(db: Database, now: Date): Promise<void> {
  const limits = { endingDays: watchDays.ending, unseenDays: watchDays.unseen, now }
  await db.transaction(async (tx) => {
    if (!(await isTurnToCount(tx))) return
    await settleUnitCoverage(tx, limits)
    await settleOfficeCoverage(tx, limits)
    await settleFindings(tx, limits)
  })
}
