import { postHandler } from "@/lib/http/post-handler"
import { refusalCookie } from "@/lib/http/refusal-cookie"
import { runCommand } from "@/lib/http/run-command"
import { seeOther } from "@/lib/http/see-other"
import { endSession } from "@/lib/sessions/end-session"

/** Ends one of one's own sessions. */
export const POST = postHandler(async ({ fields }) => {
  const result = await runCommand(endSession, {
    sessionId: fields.sessionId ?? "",
  })
  if (result.ok) return seeOther("/account?ended=1")
  if (result.refusal.code === "forbidden") return seeOther("/login?returnTo=/account")
  return seeOther(`/account?refused=${result.refusal.code}`, [refusalCookie(result.refusal)])
})
