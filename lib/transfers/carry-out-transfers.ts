import "server-only"
import { listDueTransfers, lockTransfer, markTransfer } from "@/db/queries/transfers"
import type { Database } from "@/db/types"
import { bangkokDay } from "@/lib/i18n/dates"
import { carryOut } from "./carry-out"

/** Carries out the transfers whose day has come, and ends those that nobody signed in time; each by itself. */
export async function carryOutTransfers(db: Database, now: Date): Promise<number> {
  const today = bangkokDay(now)
  let count = 0
  for (const due of await listDueTransfers(db, { today, now })) {
    await db.transaction(async (tx) => {
      const held = await lockTransfer(tx, due)
      if (!held) return
      if (held.transfer.state === "agreed" && (await carryOut(tx, held, now))) count += 1
      if (held.transfer.state === "open" && held.transfer.expiresAt <= now)
        await markTransfer(tx, due.id, { state: "expired", closedAt: now })
    })
  }
  return count
}
