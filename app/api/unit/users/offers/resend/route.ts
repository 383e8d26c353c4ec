import { postHandler } from "@/lib/http/post-handler"
import { refusedAnswer } from "@/lib/http/refused-answer"
import { runCommand } from "@/lib/http/run-command"
import { seeOther } from "@/lib/http/see-other"
import { usersPath } from "@/lib/http/users-path"
import { resendOffer } from "@/lib/members/resend-offer"

/** A unit sends an invitation once more. */
export const POST = postHandler(async ({ fields }) => {
  const { unitCode = "", offerId = "" } = fields
  const list = usersPath(unitCode)
  const result = await runCommand(resendOffer, { unitCode, offerId })
  return result.ok ? seeOther(`${list}?done=resent`) : refusedAnswer(result.refusal, list)
})
