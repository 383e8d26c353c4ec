import { pathSegment } from "@/lib/http/path-segment"
import { postHandler } from "@/lib/http/post-handler"
import { refusedAnswer } from "@/lib/http/refused-answer"
import { runCommand } from "@/lib/http/run-command"
import { seeOther } from "@/lib/http/see-other"
import { releaseAssisted } from "@/lib/recovery/release-assisted"

/** Sends the link of a way back whose wait is over. */
export const POST = postHandler(async ({ fields }) => {
  const { unitCode = "", id = "" } = fields
  const screen = `/unit/${pathSegment(unitCode, 8)}/recoveries`
  const result = await runCommand(releaseAssisted, { unitCode, id })
  if (!result.ok) return refusedAnswer(result.refusal, screen)
  return seeOther(`${screen}?done=sent`)
})
