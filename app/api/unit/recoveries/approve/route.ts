import { pathSegment } from "@/lib/http/path-segment"
import { postHandler } from "@/lib/http/post-handler"
import { refusedAnswer } from "@/lib/http/refused-answer"
import { runCommand } from "@/lib/http/run-command"
import { seeOther } from "@/lib/http/see-other"
import { approveAssisted } from "@/lib/recovery/approve-assisted"

/** A second person in charge approves a way back. */
export const POST = postHandler(async ({ fields }) => {
  const { unitCode = "", id = "" } = fields
  const screen = `/unit/${pathSegment(unitCode, 8)}/recoveries`
  const result = await runCommand(approveAssisted, { unitCode, id })
  if (!result.ok) return refusedAnswer(result.refusal, screen)
  return seeOther(`${screen}?done=${result.value.sent ? "sent" : "approved"}`)
})
