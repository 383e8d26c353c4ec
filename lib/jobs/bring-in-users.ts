import "server-only"
import type { Database } from "@/db/types"
import { grantAnswered, workImports } from "@/lib/imports/work-imports"
import { type Running, repeat } from "./repeat"

const every = 1000

/** Applies and undoes workbooks of users row by row, and gives roles to who has accepted since. */
export function bringInUsers(db: Database, clock: () => Date): Running {
  const failures = new Map<string, number>()
  return repeat("bring-in-users", every, async () => {
    const next = await workImports(db, clock, failures)
    if (next === "idle") await grantAnswered(db, clock)
    return next
  })
}
