import { pathSegment } from "@/lib/http/path-segment"
import { postHandler } from "@/lib/http/post-handler"
import { refusedAnswer } from "@/lib/http/refused-answer"
import { runCommand } from "@/lib/http/run-command"
import { seeOther } from "@/lib/http/see-other"
import { askAssisted } from "@/lib/recovery/ask-assisted"

/** Opens a way back for somebody of a unit. Nothing that was typed comes back. */
export const POST = postHandler(async ({ fields }) => {
  const { unitCode = "", who = "", reason = "", note = "", newEmail = "" } = fields
  const screen = `/unit/${pathSegment(unitCode, 8)}/recoveries`
  const result = await runCommand(askAssisted, { unitCode, who, reason, note, newEmail })
  return result.ok ? seeOther(`${screen}?done=asked`) : refusedAnswer(result.refusal, screen)
})
