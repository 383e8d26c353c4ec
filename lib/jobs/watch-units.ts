import "server-only"
import type { Database } from "@/db/types"
import { refreshCoverage } from "@/lib/oversight/refresh-coverage"
import { tellFindings } from "@/lib/oversight/tell-findings"
import { type Running, repeat } from "./repeat"

const every = 10 * 60_000

/** Counts how units stand, and tells those in charge what was found. */
export function watchUnits(db: Database, clock: () => Date): Running {
  return repeat("refresh-coverage", every, async () => {
    await refreshCoverage(db, clock())
    await tellFindings(db, clock())
    return "idle"
  })
}
