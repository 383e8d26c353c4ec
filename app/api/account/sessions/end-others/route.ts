import { postHandler } from "@/lib/http/post-handler"
import { runCommand } from "@/lib/http/run-command"
import { seeOther } from "@/lib/http/see-other"
import { endOtherSessions } from "@/lib/sessions/end-other-sessions"

/** Ends all of one's sessions but the one that asks. */
export const POST = postHandler(async () => {
  const result = await runCommand(endOtherSessions, {})
  return seeOther(result.ok ? `/account?ended=${result.value.ended}` : "/login?returnTo=/account")
})
