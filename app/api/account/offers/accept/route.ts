import { postHandler } from "@/lib/http/post-handler"
import { refusedAnswer } from "@/lib/http/refused-answer"
import { runCommand } from "@/lib/http/run-command"
import { seeOther } from "@/lib/http/see-other"
import { acceptOffer } from "@/lib/members/accept-offer"

/** Accepts the invitation of a unit. */
export const POST = postHandler(async ({ fields }) => {
  const result = await runCommand(acceptOffer, { offerId: fields.offerId ?? "" })
  const screen = "/account/offers"
  return result.ok ? seeOther(`${screen}?done=accepted`) : refusedAnswer(result.refusal, screen)
})
