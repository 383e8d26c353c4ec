import "server-only"
import { listOver } from "@/db/queries/caretakers"
import type { Database } from "@/db/types"
import { execute } from "@/lib/kernel/execute"
import { lapseCare } from "./lapse-care"

/** Ends what is over, each unit by itself. */
export async function lapseDue(db: Database, now: Date): Promise<void> {
  const actor = { kind: "system", name: "purge" } as const
  for (const unitId of await listOver(db, now))
    await execute(lapseCare, { db, actor, now, requestId: unitId }, { unitId })
}
