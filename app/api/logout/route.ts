import { clearCookie } from "@/lib/http/cookies"
import { currentSession } from "@/lib/http/current-session"
import { postHandler } from "@/lib/http/post-handler"
import { runCommand } from "@/lib/http/run-command"
import { seeOther } from "@/lib/http/see-other"
import { signOut } from "@/lib/sessions/sign-out"

/** Ends the session, row and cookie; whoever is signed out already just arrives at the door. */
export const POST = postHandler(async () => {
  if (await currentSession()) await runCommand(signOut, {})
  return seeOther("/login?signed-out=1", [clearCookie("session"), clearCookie("flow")])
})
