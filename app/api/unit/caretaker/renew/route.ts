import { renewCare } from "@/lib/caretakers/renew-care"
import { pathSegment } from "@/lib/http/path-segment"
import { postHandler } from "@/lib/http/post-handler"
import { refusedAnswer } from "@/lib/http/refused-answer"
import { runCommand } from "@/lib/http/run-command"
import { seeOther } from "@/lib/http/see-other"

/** Prolongs the care of a unit. */
export const POST = postHandler(async ({ fields }) => {
  const { unitCode = "" } = fields
  const screen = `/unit/${pathSegment(unitCode, 8)}/caretaker`
  const result = await runCommand(renewCare, { unitCode })
  return result.ok ? seeOther(`${screen}?done=renewed`) : refusedAnswer(result.refusal, screen)
})
