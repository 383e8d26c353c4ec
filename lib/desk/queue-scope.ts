import "server-only"
import type { QueueScope } from "@/db/queries/desk-queue"
import type { Executor } from "@/db/types"
import { patienceDays } from "@/lib/cases/rules"
import { readHolidays, waitedSince } from "@/lib/cases/working-days"
import type { AccountActor } from "@/lib/kernel/actor"
import { asReviewer } from "./rules"
import { selfOf } from "./self"

/** Step: whose queue it is, and since when what waits has waited so long that the next office may decide. */
export async function queueScope(db: Executor, actor: AccountActor, now: Date): Promise<QueueScope> {
  const [self, holidays] = [await selfOf(db, actor.accountId), await readHolidays(db)]
  return { actor: asReviewer(actor), self, now, waitedBefore: waitedSince(patienceDays, now, holidays) }
}
