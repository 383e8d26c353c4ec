import { pathSegment } from "@/lib/http/path-segment"
import { postHandler } from "@/lib/http/post-handler"
import { refusedAnswer } from "@/lib/http/refused-answer"
import { runCommand } from "@/lib/http/run-command"
import { seeOther } from "@/lib/http/see-other"
import { nameSuccessor } from "@/lib/oversight/name-successor"

/** Names who is to take over as SSO Admin. */
export const POST = postHandler(async ({ fields }) => {
  const { unitCode = "", membershipId = "" } = fields
  const screen = `/unit/${pathSegment(unitCode, 8)}/succession`
  const result = await runCommand(nameSuccessor, { unitCode, membershipId })
  return result.ok ? seeOther(`${screen}?done=named`) : refusedAnswer(result.refusal, screen)
})
