import { setCookie } from "@/lib/http/cookies"
import { pathSegment } from "@/lib/http/path-segment"
import { postHandler } from "@/lib/http/post-handler"
import { refusedAnswer } from "@/lib/http/refused-answer"
import { runCommand } from "@/lib/http/run-command"
import { seeOther } from "@/lib/http/see-other"
import { sendInvitationCode } from "@/lib/invitations/send-invitation-code"

/** Mails the code of an invitation; from here on this browser alone goes on with it. */
export const POST = postHandler(async ({ fields }) => {
  const link = (fields.link ?? "").slice(0, 100)
  const result = await runCommand(sendInvitationCode, { link })
  if (!result.ok) return refusedAnswer(result.refusal, `/invitation/${pathSegment(link, 100, "none")}`)
  return seeOther("/invitation/code", [setCookie("invitation", result.value.invitation)])
})
