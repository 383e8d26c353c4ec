import "server-only"
import { findQueueState } from "@/db/queries/mail"
import type { Executor } from "@/db/types"

/** How much mail waits, and for how many seconds its oldest has been waiting. */
export type QueueAge = { readonly waiting: number; readonly oldestSeconds: number }

/** Looks at the outbox. */
export async function queueAge(db: Executor, now: Date): Promise<QueueAge> {
  const { waiting, oldestDueAt } = await findQueueState(db, now)
  const age = oldestDueAt ? (now.getTime() - oldestDueAt.getTime()) / 1000 : 0
  return { waiting, oldestSeconds: Math.max(0, Math.round(age)) }
}
