import "server-only"
import type { WaitingRequest } from "@/db/queries/rights-requests"
import type { Executor } from "@/db/types"
import { may } from "@/lib/access/may"
import { readHolidays, workingDaysBetween } from "@/lib/cases/working-days"
import type { AccountActor } from "@/lib/kernel/actor"

/** What the power over a request depends on. */
type Matter = Pick<WaitingRequest, "accountId" | "path" | "isSomebodyThere" | "askedAt">

/**
 * Step: gives the question whether the actor may answer a request: the unit itself, the offices above it when nobody there
 * can (none but who asks) or after three working days, an officer of the Department; never who asks.
 */
export async function requestPower(
  db: Executor,
  actor: AccountActor,
  now: Date,
): Promise<(matter: Matter, unit?: { readonly canManage: boolean }) => boolean> {
  const holidays = await readHolidays(db)
  return ({ accountId, path, isSomebodyThere, askedAt }, unit) => {
    if (accountId === actor.accountId) return false
    const waitedDays = workingDaysBetween(askedAt, now, holidays)
    const isDecidable = may(actor, "rights.decide", { path, isNobodyThere: !isSomebodyThere, waitedDays })
    return isDecidable || unit?.canManage === true
  }
}
