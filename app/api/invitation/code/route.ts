import { readCookie } from "@/lib/http/cookies"
import { postHandler } from "@/lib/http/post-handler"
import { refusedAnswer } from "@/lib/http/refused-answer"
import { runCommand } from "@/lib/http/run-command"
import { seeOther } from "@/lib/http/see-other"
import { proveInvitation } from "@/lib/invitations/prove-invitation"

/** The mailed code: on to the choice, or back to the page that says why not. */
export const POST = postHandler(async ({ fields }) => {
  const invitation = (await readCookie("invitation")) ?? ""
  const result = await runCommand(proveInvitation, { invitation, code: fields.code ?? "" })
  return result.ok ? seeOther("/invitation/choose") : refusedAnswer(result.refusal, "/invitation/code")
})
