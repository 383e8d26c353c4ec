import { pathSegment } from "@/lib/http/path-segment"
import { postHandler } from "@/lib/http/post-handler"
import { refusedAnswer } from "@/lib/http/refused-answer"
import { runCommand } from "@/lib/http/run-command"
import { seeOther } from "@/lib/http/see-other"
import { removeSuccessor } from "@/lib/oversight/remove-successor"

/** Names nobody to take over. */
export const POST = postHandler(async ({ fields }) => {
  const { unitCode = "" } = fields
  const screen = `/unit/${pathSegment(unitCode, 8)}/succession`
  const result = await runCommand(removeSuccessor, { unitCode })
  return result.ok ? seeOther(`${screen}?done=removed`) : refusedAnswer(result.refusal, screen)
})
