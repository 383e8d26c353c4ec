import "server-only"
import { purgeClientEvents } from "@/db/queries/clients"
import type { Database } from "@/db/types"
import { clientLimits } from "./rules"

/** Step: forgets requests of clients that were heard long ago. */
export async function purgeRequests(db: Database, now: Date): Promise<void> {
  await purgeClientEvents(db, new Date(now.getTime() - clientLimits.eventsKept * 1000))
}
