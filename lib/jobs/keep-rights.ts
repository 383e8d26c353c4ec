import "server-only"
import type { Database } from "@/db/types"
import { execute } from "@/lib/kernel/execute"
import { settleRights } from "@/lib/rights/settle-rights"
import { type Running, repeat } from "./repeat"

const hour = 60 * 60_000
const batch = 500

/** Each hour: withdraws rights whose suspension is over, so many at a time, each batch audited. */
export function keepRights(db: Database, clock: () => Date): Running {
  return repeat("settle-rights", hour, async () => {
    const context = {
      db,
      actor: { kind: "system", name: "settle-rights" },
      now: clock(),
      requestId: "settle-rights",
    } as const
    const settled = await execute(settleRights, context, { limit: batch })
    return settled.ok && settled.value.isMore ? "more" : "idle"
  })
}
