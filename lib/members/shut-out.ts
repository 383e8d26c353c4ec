import "server-only"
import { mayActSomewhere } from "@/db/queries/members-acts"
import type { Transaction } from "@/db/types"
import { endAllSessions } from "@/lib/sessions/end-all-sessions"

/** Step: ends the sessions of somebody who may act nowhere any more; where he still may, the next request sees less. */
export async function shutOut(tx: Transaction, accountId: string, now: Date): Promise<void> {
  if (!(await mayActSomewhere(tx, accountId, now))) await endAllSessions(tx, accountId, "suspended", now)
}
