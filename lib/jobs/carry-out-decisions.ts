import "server-only"
import type { Database } from "@/db/types"
import { carryOutDue } from "@/lib/desk/carry-out-due"
import { type Running, repeat } from "./repeat"

const every = 2000

/** Carries out decisions of the desk when their half minute is over. */
export function carryOutDecisions(db: Database, clock: () => Date): Running {
  const failed = new Map<string, Date>()
  return repeat("carry-out-decisions", every, () => carryOutDue(db, clock(), failed))
}
