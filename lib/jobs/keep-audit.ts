import "server-only"
import type { Database } from "@/db/types"
import { keepClosings } from "@/lib/audit/keep-closings"
import { keepHeads } from "@/lib/audit/keep-heads"
import { openMonths } from "@/lib/audit/open-months"
import type { KeyRing } from "@/lib/crypto/key-ring"
import { type Running, repeat } from "./repeat"

const hour = 60 * 60_000

/** Every hour and at the end: opens months to come, closes those that are over, writes the heads down. */
export function keepAudit(db: Database, ring: KeyRing, file: string, clock: () => Date): Running {
  const running = repeat("keep-audit", hour, async () => {
    await openMonths(db, clock())
    await keepClosings(db, ring, file, clock())
    await keepHeads(db, file, clock())
    return "idle"
  })
  return {
    async stop() {
      await running.stop()
      await keepHeads(db, file, clock())
    },
  }
}
