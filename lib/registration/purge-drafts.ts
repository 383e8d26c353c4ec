import "server-only"
import { deleteExpiredDrafts, listOverdueReturns } from "@/db/queries/registration-status"
import type { Database } from "@/db/types"
import { execute } from "@/lib/kernel/execute"
import { expireRegistration } from "./expire-registration"

/** Drafts whose time is over are deleted; returned requests that nobody put right end, each with its audit event. */
export async function purgeDrafts(db: Database, now: Date): Promise<void> {
  const actor = { kind: "system", name: "purge" } as const
  await deleteExpiredDrafts(db, now)
  for (const id of await listOverdueReturns(db, now))
    await execute(expireRegistration, { db, actor, now, requestId: "purge" }, { id })
}
