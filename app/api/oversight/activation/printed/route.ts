import { closeRun } from "@/lib/activation/close-run"
import { postHandler } from "@/lib/http/post-handler"
import { refusedAnswer } from "@/lib/http/refused-answer"
import { runCommand } from "@/lib/http/run-command"
import { seeOther } from "@/lib/http/see-other"

/** The letters of a run are on paper; their codes go. */
export const POST = postHandler(async ({ fields }) => {
  const result = await runCommand(closeRun, { run: fields.run ?? "" })
  return result.ok
    ? seeOther("/oversight/activation?done=printed")
    : refusedAnswer(result.refusal, "/oversight/activation")
})
