import "server-only"
import { settleLapsed } from "@/db/queries/machine-grants"
import type { Database } from "@/db/types"

/** Rights that are told of in one turn at most. */
const handful = 500

/**
 * Step: tells systems by the feed which rights and memberships ended by the calendar alone, so that one that follows
 * nothing else ends them too; true when more may be left.
 */
export async function settleLapses(db: Database, now: Date): Promise<boolean> {
  return (await settleLapsed(db, now, handful)) === handful
}
