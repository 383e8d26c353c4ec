import "server-only"
import { markRun } from "@/db/queries/sessions"
import type { Database } from "@/db/types"
import { freshnessLimits } from "@/lib/kernel/command"

/** A decision of a run was made: the next one has fifteen minutes. Housekeeping: the decision itself is audited. */
export function touchRun(db: Database, sessionId: string, now: Date): Promise<void> {
  return markRun(db, sessionId, new Date(now.getTime() + freshnessLimits.run * 1000))
}
