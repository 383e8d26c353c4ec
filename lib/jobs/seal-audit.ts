import "server-only"
import type { Database } from "@/db/types"
import { openSealFloor } from "@/lib/audit/open-seal-floor"
import { sealEvents } from "@/lib/audit/seal-events"
import type { SealFloor } from "@/lib/audit/seal-floor"
import type { KeyRing } from "@/lib/crypto/key-ring"
import { log } from "@/lib/log"
import { type Running, repeat } from "./repeat"

const every = 1000
/** How often to look for events that committed after a higher number was sealed, in milliseconds. */
const latecomersEvery = 15_000

/** Seals what was committed, every second, and once more at the end. */
export function sealAudit(db: Database, ring: KeyRing, clock: () => Date): Running {
  let floor: SealFloor | undefined
  let latecomersAt = 0
  const turn = async () => {
    floor ??= await openSealFloor(db)
    const now = clock()
    const latecomers = now.getTime() >= latecomersAt
    const { sealed, more } = await sealEvents(db, ring, { floor, latecomers, now })
    if (latecomers && !more) latecomersAt = now.getTime() + latecomersEvery
    if (sealed > 0) log.debug({ sealed }, "audit: sealed")
    return more ? "more" : "idle"
  }
  const running = repeat("seal-audit", every, turn)
  return {
    async stop() {
      await running.stop()
      await turn()
    },
  }
}
