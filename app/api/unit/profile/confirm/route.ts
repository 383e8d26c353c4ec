import { postHandler } from "@/lib/http/post-handler"
import { profilePath } from "@/lib/http/profile-path"
import { refusedAnswer } from "@/lib/http/refused-answer"
import { runCommand } from "@/lib/http/run-command"
import { seeOther } from "@/lib/http/see-other"
import { confirmProfile } from "@/lib/profiles/confirm-profile"

/** Says that a unit's data are still right. */
export const POST = postHandler(async ({ fields }) => {
  const { unitCode = "", version = "" } = fields
  const result = await runCommand(confirmProfile, { unitCode, version })
  if (result.ok) return seeOther(`${profilePath(unitCode)}?done=confirmed`)
  return refusedAnswer(result.refusal, profilePath(unitCode))
})
