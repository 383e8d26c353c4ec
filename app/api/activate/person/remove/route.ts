import { removeActivationPerson } from "@/lib/activation/remove-activation-person"
import { activationAnswer } from "@/lib/http/activation-answer"
import { readCookie } from "@/lib/http/cookies"
import { postHandler } from "@/lib/http/post-handler"
import { runCommand } from "@/lib/http/run-command"
import { seeOther } from "@/lib/http/see-other"

/** Takes a person off a unit's first order. */
export const POST = postHandler(async ({ fields }) => {
  const activation = (await readCookie("activation")) ?? ""
  const { unitCode = "", number = "", version = "", personId = "" } = fields
  const result = await runCommand(removeActivationPerson, { activation, unitCode, number, version, personId })
  return result.ok
    ? seeOther("/activate/form?done=removed")
    : activationAnswer(result.refusal, "/activate/form")
})
