import { postHandler } from "@/lib/http/post-handler"
import { refusedAnswer } from "@/lib/http/refused-answer"
import { runCommand } from "@/lib/http/run-command"
import { seeOther } from "@/lib/http/see-other"
import { usersPath } from "@/lib/http/users-path"
import { withdrawOffer } from "@/lib/members/withdraw-offer"

/** A unit takes an invitation back. */
export const POST = postHandler(async ({ fields }) => {
  const { unitCode = "", offerId = "" } = fields
  const list = usersPath(unitCode)
  const result = await runCommand(withdrawOffer, { unitCode, offerId })
  return result.ok ? seeOther(`${list}?done=withdrawn`) : refusedAnswer(result.refusal, list)
})
