import { clearCookie } from "@/lib/http/cookies"
import { pathSegment } from "@/lib/http/path-segment"
import { postHandler } from "@/lib/http/post-handler"
import { refusedAnswer } from "@/lib/http/refused-answer"
import { unitRightsPath } from "@/lib/http/rights-path"
import { runCommand } from "@/lib/http/run-command"
import { seeOther } from "@/lib/http/see-other"
import { typedCookie } from "@/lib/http/typed-fields"
import { decideRequest } from "@/lib/rights/decide-request"

/** Answers a request for a right. */
export const POST = postHandler(async ({ fields }) => {
  const { unitCode = "", requestId = "", decision = "", answer = "", orderText = "" } = fields
  const { untilDay = "", untilMonth = "", untilYear = "" } = fields
  const validUntil = { day: untilDay, month: untilMonth, year: untilYear }
  const result = await runCommand(decideRequest, {
    unitCode,
    requestId,
    decision,
    answer,
    orderText,
    validUntil,
  })
  const rights = unitRightsPath(unitCode)
  if (result.ok) return seeOther(`${rights}?done=${result.value.decision}`, [clearCookie("typed")])
  if (result.refusal.code === "rights.request-gone") return refusedAnswer(result.refusal, rights)
  const typed = { decision, answer, orderText, untilDay, untilMonth, untilYear }
  const screen = `${rights}/requests/${pathSegment(requestId, 36)}`
  return refusedAnswer(result.refusal, screen, [await typedCookie(`request ${requestId}`, typed)])
})
