import { leaveActivation } from "@/lib/activation/leave-activation"
import { clearCookie, readCookie } from "@/lib/http/cookies"
import { postHandler } from "@/lib/http/post-handler"
import { runCommand } from "@/lib/http/run-command"
import { seeOther } from "@/lib/http/see-other"

/** Ends the visit of this browser, whether there still is one or not. */
export const POST = postHandler(async () => {
  await runCommand(leaveActivation, { activation: (await readCookie("activation")) ?? "" })
  return seeOther("/activate", [clearCookie("activation"), clearCookie("typed")])
})
