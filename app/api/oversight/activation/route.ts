import { issueCodes } from "@/lib/activation/issue-codes"
import { emptyUnitsPath } from "@/lib/http/activation-path"
import { postHandler } from "@/lib/http/post-handler"
import { refusedAnswer } from "@/lib/http/refused-answer"
import { runCommand } from "@/lib/http/run-command"
import { seeOther } from "@/lib/http/see-other"

/** Issues codes for the units that were ticked, or for all that the filters find; then come their letters. */
export const POST = postHandler(async ({ fields }) => {
  const { q = "", province = "", which = "" } = fields
  const unitCodes = Object.keys(fields).flatMap((name) => /^unit-(\d{2,8})$/.exec(name)?.[1] ?? [])
  const isAll = which === "all"
  const result = await runCommand(issueCodes, { unitCodes: isAll ? [] : unitCodes, isAll, q, province })
  if (!result.ok) return refusedAnswer(result.refusal, emptyUnitsPath(fields))
  return seeOther(`/oversight/activation/runs/${result.value.run}`)
})
