import "server-only"
import { purgeFeed } from "@/db/queries/machine"
import type { Executor } from "@/db/types"
import { feedDays } from "./rules"

/** Step: forgets entries of the feed that have been there for their time. */
export async function purgeChanges(db: Executor, now: Date): Promise<void> {
  await purgeFeed(db, new Date(now.getTime() - feedDays * 24 * 60 * 60_000))
}
