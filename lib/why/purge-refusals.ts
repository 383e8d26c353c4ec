import "server-only"
import { purgeTraces } from "@/db/queries/why"
import type { Database } from "@/db/types"

/** Step of upkeep: forgets refused sign-ins that nobody can look up any more. */
export async function purgeRefusals(db: Database, now: Date): Promise<void> {
  await purgeTraces(db, now)
}
