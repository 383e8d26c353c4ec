import { saveActivationPaper } from "@/lib/activation/save-activation-paper"
import { activationAnswer } from "@/lib/http/activation-answer"
import { clearCookie, readCookie } from "@/lib/http/cookies"
import { postHandler } from "@/lib/http/post-handler"
import { runCommand } from "@/lib/http/run-command"
import { seeOther } from "@/lib/http/see-other"
import { typedCookie } from "@/lib/http/typed-fields"
import { typedPaper } from "@/lib/http/typed-paper"

/** Saves what stands on the paper that appoints a unit's first SSO Admin. */
export const POST = postHandler(async ({ fields }) => {
  const activation = (await readCookie("activation")) ?? ""
  const { unitCode = "", number = "", version = "", ...typed } = fields
  const result = await runCommand(saveActivationPaper, {
    activation,
    unitCode,
    number,
    version,
    ...typedPaper(typed),
  })
  if (result.ok) return seeOther("/activate/form?done=saved", [clearCookie("typed")])
  const cookie = await typedCookie(`activate-paper ${number}`, typed)
  return activationAnswer(result.refusal, "/activate/form/paper", [cookie])
})
