import { postHandler } from "@/lib/http/post-handler"
import { refusedAnswer } from "@/lib/http/refused-answer"
import { runCommand } from "@/lib/http/run-command"
import { seeOther } from "@/lib/http/see-other"
import { systemPath } from "@/lib/http/system-path"
import { removePeriod } from "@/lib/rights/remove-period"

/** Takes an opening period away. */
export const POST = postHandler(async ({ fields }) => {
  const { code = "", version = "", periodId = "" } = fields
  const result = await runCommand(removePeriod, { code, version, periodId })
  const screen = systemPath(code)
  return result.ok ? seeOther(`${screen}?done=saved`) : refusedAnswer(result.refusal, screen)
})
