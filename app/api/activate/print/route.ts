import { printOutActivation } from "@/lib/activation/print-out-activation"
import { activationAnswer } from "@/lib/http/activation-answer"
import { readCookie } from "@/lib/http/cookies"
import { postHandler } from "@/lib/http/post-handler"
import { runCommand } from "@/lib/http/run-command"
import { seeOther } from "@/lib/http/see-other"

/** Records that a unit's first order is printed to be signed, and leads to its sheets. */
export const POST = postHandler(async () => {
  const result = await runCommand(printOutActivation, { activation: (await readCookie("activation")) ?? "" })
  return result.ok ? seeOther("/activate/form/print") : activationAnswer(result.refusal, "/activate/form")
})
