import { casePath, queuePath } from "@/components/desk/desk-path"
import { claimNext } from "@/lib/desk/claim-next"
import { postHandler } from "@/lib/http/post-handler"
import { refusedAnswer } from "@/lib/http/refused-answer"
import { runCommand } from "@/lib/http/run-command"
import { seeOther } from "@/lib/http/see-other"

/** Takes the next case of a queue in hand and opens it. */
export const POST = postHandler(async ({ fields }) => {
  const { q = "" } = fields
  const next = await runCommand(claimNext, { q })
  return next.ok ? seeOther(casePath(next.value.number, q)) : refusedAnswer(next.refusal, queuePath(q))
})
