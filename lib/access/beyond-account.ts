import "server-only"
import { listPathsOf } from "@/db/queries/unit-standing"
import type { Executor } from "@/db/types"
import type { AccountActor } from "@/lib/kernel/actor"
import type { RefusalCode } from "@/lib/kernel/refusal"
import { may } from "./may"

/**
 * Step: why the actor may not do this to an account as a whole: never to his own, and only with power over every unit to
 * which it belongs, since a membership is not the account.
 */
export async function beyondAccount(
  db: Executor,
  actor: AccountActor,
  accountId: string,
): Promise<Extract<RefusalCode, "access.own-account" | "access.beyond-account"> | undefined> {
  if (accountId === actor.accountId) return "access.own-account"
  const paths = await listPathsOf(db, accountId)
  const reaches = (path: string) => may(actor, "accounts.recover", { path, concerns: [accountId] })
  return paths.length > 0 && paths.every(reaches) ? undefined : "access.beyond-account"
}
