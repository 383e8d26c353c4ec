import "server-only"
import { openMonth } from "@/db/queries/audit"
import type { Executor } from "@/db/types"
import { monthAfter, monthOf } from "./months"

/** How many months ahead have their partitions; an event without one could not be written. */
const ahead = 3

/** Opens the partitions of this month and those to come. */
export async function openMonths(db: Executor, now: Date): Promise<void> {
  for (let count = 0; count <= ahead; count += 1) await openMonth(db, monthAfter(monthOf(now), count))
}
