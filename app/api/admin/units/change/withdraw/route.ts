import { postHandler } from "@/lib/http/post-handler"
import { refusedAnswer } from "@/lib/http/refused-answer"
import { runCommand } from "@/lib/http/run-command"
import { seeOther } from "@/lib/http/see-other"
import { unitChangePath } from "@/lib/http/unit-change-path"
import { withdrawChange } from "@/lib/restructuring/withdraw-change"

/** Takes back a change that waits for its day. */
export const POST = postHandler(async ({ fields }) => {
  const { unitCode = "", changeId = "" } = fields
  const result = await runCommand(withdrawChange, { unitCode, changeId })
  if (result.ok) return seeOther(`${unitChangePath(unitCode)}?done=withdrawn`)
  return refusedAnswer(result.refusal, unitChangePath(unitCode))
})
