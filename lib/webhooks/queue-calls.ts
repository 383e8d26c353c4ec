import "server-only"
import { settleQueue } from "@/db/queries/webhook-calls"
import type { Database } from "@/db/types"
import { placeFeed } from "@/lib/machine/read-feed"

/** Step: puts a call for each new entry of the feed into the outbox of the systems that are called. */
export async function queueCalls(db: Database): Promise<boolean> {
  return await settleQueue(db, await placeFeed(db))
}
