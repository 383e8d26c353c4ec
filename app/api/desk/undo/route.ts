import { casePath, queuePath } from "@/components/desk/desk-path"
import { undoDecision } from "@/lib/desk/undo-decision"
import { postHandler } from "@/lib/http/post-handler"
import { refusedAnswer } from "@/lib/http/refused-answer"
import { runCommand } from "@/lib/http/run-command"
import { seeOther } from "@/lib/http/see-other"

/** Takes the last decision back and opens its case. */
export const POST = postHandler(async ({ fields }) => {
  const { number = "", q = "" } = fields
  const undone = await runCommand(undoDecision, { number })
  if (!undone.ok) return refusedAnswer(undone.refusal, queuePath(q))
  const path = casePath(undone.value.number, q)
  return seeOther(`${path}${path.includes("?") ? "&" : "?"}done=undone`)
})
