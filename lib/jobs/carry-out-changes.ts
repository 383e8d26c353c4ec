import "server-only"
import type { Database } from "@/db/types"
import { carryOutDue } from "@/lib/restructuring/carry-out-due"
import { type Running, repeat } from "./repeat"

const every = 60_000

/** Each minute: changes of units whose day has come. */
export function carryOutChanges(db: Database, clock: () => Date): Running {
  return repeat("carry-out-changes", every, async () => {
    await carryOutDue(db, clock())
    return "idle"
  })
}
