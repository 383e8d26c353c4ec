import { casePath } from "@/components/desk/desk-path"
import { reopenCase } from "@/lib/desk/reopen-case"
import { postHandler } from "@/lib/http/post-handler"
import { refusedAnswer } from "@/lib/http/refused-answer"
import { runCommand } from "@/lib/http/run-command"
import { seeOther } from "@/lib/http/see-other"

/** Opens a decided case again. */
export const POST = postHandler(async ({ fields }) => {
  const { number = "", note = "", q = "" } = fields
  const reopened = await runCommand(reopenCase, { number, note })
  if (!reopened.ok) return refusedAnswer(reopened.refusal, casePath(number, q))
  const path = casePath(number, q)
  return seeOther(`${path}${path.includes("?") ? "&" : "?"}done=reopened`)
})
