import { withdrawEmailChange } from "@/lib/email/withdraw-email-change"
import { postHandler } from "@/lib/http/post-handler"
import { refusalCookie } from "@/lib/http/refusal-cookie"
import { runCommand } from "@/lib/http/run-command"
import { seeOther } from "@/lib/http/see-other"

/** Gives up the change of e-mail address under way. */
export const POST = postHandler(async () => {
  const result = await runCommand(withdrawEmailChange, {})
  if (result.ok) return seeOther("/account/email?done=withdrawn")
  return seeOther(`/account/email?refused=${result.refusal.code}`, [refusalCookie(result.refusal)])
})
