import { postHandler } from "@/lib/http/post-handler"
import { refusedAnswer } from "@/lib/http/refused-answer"
import { runCommand } from "@/lib/http/run-command"
import { seeOther } from "@/lib/http/see-other"
import { withdrawRequest } from "@/lib/rights/withdraw-request"

/** Takes back a request of one's own. */
export const POST = postHandler(async ({ fields }) => {
  const result = await runCommand(withdrawRequest, { requestId: fields.requestId ?? "" })
  return result.ok
    ? seeOther("/portal/rights?done=withdrawn")
    : refusedAnswer(result.refusal, "/portal/rights")
})
