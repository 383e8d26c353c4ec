import { clearCookie } from "@/lib/http/cookies"
import { pathSegment } from "@/lib/http/path-segment"
import { postHandler } from "@/lib/http/post-handler"
import { refusedAnswer } from "@/lib/http/refused-answer"
import { runCommand } from "@/lib/http/run-command"
import { seeOther } from "@/lib/http/see-other"
import { typedCookie } from "@/lib/http/typed-fields"
import { usersPath } from "@/lib/http/users-path"
import type { Result } from "@/lib/kernel/outcome"
import { closeAccount } from "@/lib/members/close-account"
import { endUser } from "@/lib/members/end-user"
import { endUserSessions } from "@/lib/members/end-user-sessions"
import { leaveUnit } from "@/lib/members/leave-unit"
import { restoreAccount } from "@/lib/members/restore-account"
import { restoreUser } from "@/lib/members/restore-user"
import { askedActs } from "@/lib/members/rules"
import { suspendAccount } from "@/lib/members/suspend-account"
import { suspendUser } from "@/lib/members/suspend-user"

const acts: Readonly<Record<string, (input: unknown) => Promise<Result<unknown>>>> = {
  suspend: (input) => runCommand(suspendUser, input),
  restore: (input) => runCommand(restoreUser, input),
  end: (input) => runCommand(endUser, input),
  leave: (input) => runCommand(leaveUnit, input),
  "suspend-account": (input) => runCommand(suspendAccount, input),
  "restore-account": (input) => runCommand(restoreAccount, input),
  "close-account": (input) => runCommand(closeAccount, input),
  "end-sessions": (input) => runCommand(endUserSessions, input),
}

/** Does one of the things that are done with a user or his account; where it was asked on a page, a no leads back there. */
export const POST = postHandler(async ({ fields }) => {
  const { unitCode = "", membershipId = "", act = "" } = fields
  const user = `${usersPath(unitCode)}/${pathSegment(membershipId, 36)}`
  const run = Object.hasOwn(acts, act) ? acts[act] : undefined
  if (!run) return seeOther(user)
  const { untilDay: day = "", untilMonth: month = "", untilYear: year = "", ...rest } = fields
  const result = await run({ ...rest, until: { day, month, year } })
  const done = act === "leave" ? `/portal` : `${user}?done=${act}`
  if (result.ok) return seeOther(done, [clearCookie("typed")])
  const isAsked = askedActs.some((one) => one === act)
  const typed = { reason: fields.reason ?? "", untilDay: day, untilMonth: month, untilYear: year }
  return refusedAnswer(result.refusal, isAsked ? `${user}/${act}` : user, [
    await typedCookie(`${act} ${membershipId}`, typed),
  ])
})
