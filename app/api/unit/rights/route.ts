import { clearCookie } from "@/lib/http/cookies"
import { postHandler } from "@/lib/http/post-handler"
import { refusedAnswer } from "@/lib/http/refused-answer"
import { unitRightsPath } from "@/lib/http/rights-path"
import { runCommand } from "@/lib/http/run-command"
import { seeOther } from "@/lib/http/see-other"
import { typedCookie } from "@/lib/http/typed-fields"
import { changeRights } from "@/lib/rights/change-rights"
import { rightsLimits } from "@/lib/rights/rules"

/** Saves the changes of rights that were checked: all of them or none. */
export const POST = postHandler(async ({ fields }) => {
  const {
    unitCode = "",
    untilDay = "",
    untilMonth = "",
    untilYear = "",
    orderText = "",
    reason = "",
  } = fields
  // one more than may be, so that too many are told of and not cut
  const changes = Array.from(
    { length: rightsLimits.changes + 1 },
    (_, at) => fields[`change${at}`] ?? "",
  ).filter(Boolean)
  const validUntil = { day: untilDay, month: untilMonth, year: untilYear }
  const result = await runCommand(changeRights, { unitCode, changes, validUntil, orderText, reason })
  const rights = unitRightsPath(unitCode)
  if (result.ok) return seeOther(`${rights}?done=${result.value.changed}`, [clearCookie("typed")])
  const query = new URLSearchParams(
    changes.slice(0, rightsLimits.changes).map((change) => ["c", change.slice(0, 120)]),
  )
  const typed = { untilDay, untilMonth, untilYear, orderText, reason }
  return refusedAnswer(result.refusal, `${rights}/check?${query}`, [
    await typedCookie(`rights ${unitCode}`, typed),
  ])
})
