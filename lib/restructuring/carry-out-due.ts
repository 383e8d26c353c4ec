import "server-only"
import { listDueChanges } from "@/db/queries/restructuring"
import { listStragglers } from "@/db/queries/restructuring-moves"
import type { Database } from "@/db/types"
import { bangkokDay } from "@/lib/i18n/dates"
import { execute } from "@/lib/kernel/execute"
import { carryOutPlanned } from "./carry-out-planned"
import { followMerger } from "./follow-merger"

/** Carries out what is due, each change by itself, and sends after a unit that was taken up what came too late for it. */
export async function carryOutDue(db: Database, now: Date): Promise<void> {
  const actor = { kind: "system", name: "carry-out-changes" } as const
  for (const changeId of await listDueChanges(db, bangkokDay(now)))
    await execute(carryOutPlanned, { db, actor, now, requestId: changeId }, { changeId })
  for (const { from } of await listStragglers(db))
    await execute(followMerger, { db, actor, now, requestId: from }, { unitId: from })
}
