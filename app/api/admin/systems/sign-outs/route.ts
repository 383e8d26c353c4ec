import { tellAgain } from "@/lib/clients/tell-again"
import { postHandler } from "@/lib/http/post-handler"
import { refusedAnswer } from "@/lib/http/refused-answer"
import { runCommand } from "@/lib/http/run-command"
import { seeOther } from "@/lib/http/see-other"
import { signOutsPath } from "@/lib/http/sign-outs-path"

/** Has a system told at once of the sign-outs that it did not confirm. */
export const POST = postHandler(async ({ fields: { systemCode = "" } }) => {
  const result = await runCommand(tellAgain, { systemCode })
  const screen = signOutsPath(systemCode)
  return result.ok ? seeOther(`${screen}?done=told`) : refusedAnswer(result.refusal, screen)
})
