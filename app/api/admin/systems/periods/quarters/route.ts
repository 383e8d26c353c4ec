import { postHandler } from "@/lib/http/post-handler"
import { refusedAnswer } from "@/lib/http/refused-answer"
import { runCommand } from "@/lib/http/run-command"
import { seeOther } from "@/lib/http/see-other"
import { systemPath } from "@/lib/http/system-path"
import { addQuarters } from "@/lib/rights/add-period"

/** Adds the periods of a fiscal year's quarters. */
export const POST = postHandler(async ({ fields }) => {
  const { code = "", version = "", year = "" } = fields
  const result = await runCommand(addQuarters, { code, version, year })
  const screen = systemPath(code)
  return result.ok ? seeOther(`${screen}?done=saved`) : refusedAnswer(result.refusal, screen)
})
