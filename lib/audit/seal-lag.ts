import "server-only"
import { findOldestUnsealed } from "@/db/queries/audit"
import type { Executor } from "@/db/types"

/** For how many seconds the oldest event has been waiting for its seal. */
export async function sealLag(db: Executor, now: Date): Promise<number> {
  const oldest = await findOldestUnsealed(db)
  return oldest ? Math.max(0, Math.round((now.getTime() - oldest.getTime()) / 1000)) : 0
}
