import { endCare } from "@/lib/caretakers/end-care"
import { pathSegment } from "@/lib/http/path-segment"
import { postHandler } from "@/lib/http/post-handler"
import { refusedAnswer } from "@/lib/http/refused-answer"
import { runCommand } from "@/lib/http/run-command"
import { seeOther } from "@/lib/http/see-other"

/** Ends the care of a unit. */
export const POST = postHandler(async ({ fields }) => {
  const { unitCode = "" } = fields
  const screen = `/unit/${pathSegment(unitCode, 8)}/caretaker`
  const result = await runCommand(endCare, { unitCode })
  return result.ok ? seeOther(`${screen}?done=ended`) : refusedAnswer(result.refusal, screen)
})
