import { sql } from "drizzle-orm"
import type { Executor } from "@/db/types"

/**
 * Runs a long statement by the one plan that the server keeps for all its values. Left to itself the server plans such a
 * statement anew each time once there are many units, because the kept plan seems dearer by its guesses: that takes ten
 * times as long as to run it. Only for statements whose kept plan reads by indexes, which `npm run bench -- scale` holds.
 */
export async function byKeptPlan<T>(db: Executor, run: (db: Executor) => Promise<T>): Promise<T> {
  return await db.transaction(async (tx) => {
    await tx.execute(sql`select set_config('plan_cache_mode', 'force_generic_plan', true)`)
    return await run(tx)
  })
}
