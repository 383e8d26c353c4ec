import "server-only"
import { listDue } from "@/db/queries/desk"
import type { Database } from "@/db/types"
import { execute } from "@/lib/kernel/execute"
import { log } from "@/lib/log"
import { settleDecision } from "./settle-decision"

const batch = 50

/**
 * Carries out the decisions whose time has come, each by itself. One that fails is logged and left for the next minute,
 * so that it never holds up the others.
 *
 * @param failed ids that failed, with when they may be tried again; kept by the caller from turn to turn
 */
export async function carryOutDue(
  db: Database,
  now: Date,
  failed: Map<string, Date>,
): Promise<"more" | "idle"> {
  for (const [id, until] of failed) if (until <= now) failed.delete(id)
  const due = await listDue(db, { now, without: [...failed.keys()], limit: batch })
  let settled = 0
  for (const decisionId of due) {
    const context = {
      db,
      actor: { kind: "system", name: "carry-out-decisions" },
      now,
      requestId: decisionId,
    } as const
    try {
      const result = await execute(settleDecision, context, { decisionId })
      if (!result.ok) continue
      settled += 1
      log.info({ decisionId }, "desk: took effect")
    } catch (error) {
      failed.set(decisionId, new Date(now.getTime() + 60_000))
      log.error({ decisionId, error: (error as Error).name }, "desk: a decision could not be carried out")
    }
  }
  return settled > 0 && due.length === batch ? "more" : "idle"
}
