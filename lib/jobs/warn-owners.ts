import "server-only"
import type { Database } from "@/db/types"
import { tellOfFailures } from "@/lib/activity/tell-of-failures"
import { type Running, repeat } from "./repeat"

const minute = 60_000

/** Each minute: tells owners whose password is being tried. A new process looks at the newest thousand events first. */
export function warnOwners(db: Database, clock: () => Date): Running {
  let after: number | undefined
  return repeat("warn-owners", minute, async () => {
    after = await tellOfFailures(db, after, clock())
    return "idle"
  })
}
