import { clearCookie } from "@/lib/http/cookies"
import { pathSegment } from "@/lib/http/path-segment"
import { postHandler } from "@/lib/http/post-handler"
import { refusedAnswer } from "@/lib/http/refused-answer"
import { runCommand } from "@/lib/http/run-command"
import { seeOther } from "@/lib/http/see-other"
import { typedCookie } from "@/lib/http/typed-fields"
import { askRight } from "@/lib/rights/ask-right"

/** Asks for a right in a system. */
export const POST = postHandler(async ({ fields }) => {
  const { membershipId = "", system = "", systemRoleId = "", reason = "" } = fields
  const result = await runCommand(askRight, { membershipId, systemRoleId, reason })
  if (result.ok) return seeOther("/portal/rights?done=asked", [clearCookie("typed")])
  const screen = `/portal/rights/${pathSegment(system, 40)}?m=${pathSegment(membershipId, 36)}`
  const typed = { systemRoleId, reason }
  return refusedAnswer(result.refusal, screen, [await typedCookie(`ask ${system}`, typed)])
})
