import { queuePath } from "@/components/desk/desk-path"
import { releaseCase } from "@/lib/desk/release-case"
import { postHandler } from "@/lib/http/post-handler"
import { refusedAnswer } from "@/lib/http/refused-answer"
import { runCommand } from "@/lib/http/run-command"
import { seeOther } from "@/lib/http/see-other"

/** Puts down what is in hand and goes back to the queue. */
export const POST = postHandler(async ({ fields }) => {
  const { q = "" } = fields
  const released = await runCommand(releaseCase, {})
  return released.ok
    ? seeOther(queuePath(q, { done: "released" }))
    : refusedAnswer(released.refusal, queuePath(q))
})
