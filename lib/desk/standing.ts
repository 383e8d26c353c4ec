import "server-only"
import { type DeskCase, findPowerFacts } from "@/db/queries/desk"
import type { Executor } from "@/db/types"
import { may } from "@/lib/access/may"
import { isWithinReach } from "@/lib/access/reach"
import { readHolidays, workingDaysBetween } from "@/lib/cases/working-days"
import type { AccountActor, Actor } from "@/lib/kernel/actor"
import type { RefusalCode } from "@/lib/kernel/refusal"
import { asReviewer, powerFor } from "./rules"
import { selfOf } from "./self"

/** Whether there is any case that the actor could see: an officer or auditor, or an SSO Admin of some unit. */
export function canSeeDesk(actor: Actor): actor is AccountActor {
  if (actor.kind !== "account") return false
  const reviewer = asReviewer(actor)
  return (
    reviewer.kind === "account" && (reviewer.roles.length > 0 || actor.seats.some((seat) => seat.isAdmin))
  )
}

/** The coarse question of the desk's commands: whether there is any unit about which the actor may decide anything. */
export function canDecideSomething(actor: Actor): actor is AccountActor {
  if (actor.kind !== "account") return false
  const waited = { waitedDays: Number.POSITIVE_INFINITY }
  const paths = ["1/", ...actor.seats.flatMap(({ path }) => [path, `${path}0/`])]
  return Object.values(powerFor).some((power) => paths.some((path) => may(actor, power, { path, ...waited })))
}

/** Whether a case stands within the reviewer's reach; to all others it is not there. */
export function isSeenBy(actor: AccountActor, { path }: Pick<DeskCase, "path">): boolean {
  return isWithinReach(asReviewer(actor), path)
}

/** Step: why the reviewer may not decide on a case that he sees, if he may not. Asked of the case as it is now. */
export async function beyondDeciding(
  db: Executor,
  actor: AccountActor,
  at: { readonly case: DeskCase; readonly now: Date },
): Promise<Extract<RefusalCode, "desk.own-request" | "desk.beyond-power"> | undefined> {
  const { now } = at
  const facts = await findPowerFacts(db, at.case.id, { self: await selfOf(db, actor.accountId), now })
  if (facts.isOwn) return "desk.own-request"
  const waitedDays = workingDaysBetween(at.case.waitingSince, now, await readHolidays(db))
  const { path } = at.case
  const { isNobodyThere, isOfficeShut } = facts
  const isMay = may(actor, powerFor[at.case.kind], { path, isNobodyThere, isOfficeShut, waitedDays })
  return isMay ? undefined : "desk.beyond-power"
}

/** Whether another reviewer has the case in hand. */
export function isHeldByOther(actor: AccountActor, at: DeskCase, now: Date): boolean {
  return at.claimedBy !== null && at.claimedBy !== actor.accountId && (at.claimedUntil ?? now) > now
}
