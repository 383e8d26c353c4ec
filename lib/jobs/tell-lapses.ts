import "server-only"
import type { Database } from "@/db/types"
import { settleLapses } from "@/lib/machine/settle-lapses"
import { type Running, repeat } from "./repeat"

const minute = 60_000

/** Tells systems within a minute after midnight in Bangkok which rights ended with the day before. */
export function tellLapses(db: Database, clock: () => Date): Running {
  return repeat("tell-lapses", minute, async () => ((await settleLapses(db, clock())) ? "more" : "idle"))
}
