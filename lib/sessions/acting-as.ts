import "server-only"
import { findActing } from "@/db/queries/sessions"
import type { Executor } from "@/db/types"
import type { AccountActor } from "@/lib/kernel/actor"

/**
 * Step: the person in whose name work goes on after his request has ended, with the powers that he has at this moment: none
 * where his account is not active any more. `sessionId` is the one in which he said so; it need not live.
 */
export async function actingAs(
  db: Executor,
  at: { readonly accountId: string; readonly sessionId: string; readonly now: Date },
): Promise<AccountActor> {
  const { accountId, sessionId, now } = at
  const powers = (await findActing(db, accountId, now)) ?? { seats: [], roles: [] }
  return { kind: "account", accountId, sessionId, ...powers }
}
