import "server-only"
import { settleOverdue } from "@/db/queries/mail"
import type { Database } from "@/db/types"
import { log } from "@/lib/log"

/** Drops mail whose time is over, unsent, and wipes what it said. */
export async function dropOverdue(db: Database, now: Date): Promise<void> {
  const dropped = await settleOverdue(db, now)
  if (dropped > 0) log.warn({ dropped }, "mail: dropped unsent, its time was over")
}
