import "server-only"
import { purgeCalls } from "@/db/queries/webhook-calls"
import type { Executor } from "@/db/types"

/** Step: forgets calls that told of what the feed has forgotten. */
export async function purgeUnkept(db: Executor): Promise<void> {
  await purgeCalls(db)
}
