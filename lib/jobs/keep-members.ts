import "server-only"
import type { Database } from "@/db/types"
import { expireOffers } from "@/lib/members/expire-offers"
import { restoreLapsed } from "@/lib/members/restore-lapsed"
import { carryOutTransfers } from "@/lib/transfers/carry-out-transfers"
import { type Running, repeat } from "./repeat"

const minute = 60_000

/**
 * Does each minute what about users of units happens by itself: suspensions and offers end with their last
 * day, transfers take effect on theirs.
 */
export function keepMembers(db: Database, clock: () => Date): Running {
  return repeat("keep-members", minute, async () => {
    const now = clock()
    await restoreLapsed(db, now)
    await expireOffers(db, now)
    await carryOutTransfers(db, now)
    return "idle"
  })
}
