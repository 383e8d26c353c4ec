import { confirmEmail } from "@/lib/email/confirm-email"
import { postHandler } from "@/lib/http/post-handler"
import { refusalCookie } from "@/lib/http/refusal-cookie"
import { runCommand } from "@/lib/http/run-command"
import { seeOther } from "@/lib/http/see-other"

/** Takes the codes that were mailed for a change of e-mail address. */
export const POST = postHandler(async ({ fields }) => {
  const { code = "", formerCode = "" } = fields
  const result = await runCommand(confirmEmail, { code, formerCode })
  if (result.ok) return seeOther("/account/email?done=saved")
  return seeOther(`/account/email?refused=${result.refusal.code}`, [refusalCookie(result.refusal)])
})
