import "server-only"
import { purgeImports } from "@/db/queries/imports-work"
import type { Database } from "@/db/types"
import { importLimits } from "./rules"

/** Deletes what was brought in thirty days ago: its rows hold numbers, names and addresses. */
export async function forgetImports(db: Database, now: Date): Promise<void> {
  await purgeImports(db, new Date(now.getTime() - importLimits.lifetime * 1000))
}
