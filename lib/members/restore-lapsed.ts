import "server-only"
import { markSuspensionsOver } from "@/db/queries/members-acts"
import type { Database } from "@/db/types"
import { bangkokDay } from "@/lib/i18n/dates"

/** Ends the suspensions whose last day is over, of memberships and of accounts. */
export async function restoreLapsed(db: Database, now: Date): Promise<number> {
  return db.transaction((tx) => markSuspensionsOver(tx, { day: bangkokDay(now), now }))
}
