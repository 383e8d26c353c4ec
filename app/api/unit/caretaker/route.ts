import { beginCare } from "@/lib/caretakers/begin-care"
import { pathSegment } from "@/lib/http/path-segment"
import { postHandler } from "@/lib/http/post-handler"
import { refusedAnswer } from "@/lib/http/refused-answer"
import { runCommand } from "@/lib/http/run-command"
import { seeOther } from "@/lib/http/see-other"

/** An office above begins to look after a unit. */
export const POST = postHandler(async ({ fields }) => {
  const { unitCode = "", confirmed } = fields
  const screen = `/unit/${pathSegment(unitCode, 8)}/caretaker`
  const result = await runCommand(beginCare, { unitCode, confirmed: confirmed === "1" })
  return result.ok ? seeOther(`${screen}?done=begun`) : refusedAnswer(result.refusal, screen)
})
