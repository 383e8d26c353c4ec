import { importsPath } from "@/lib/http/imports-path"
import { postHandler } from "@/lib/http/post-handler"
import { refusedAnswer } from "@/lib/http/refused-answer"
import { runCommand } from "@/lib/http/run-command"
import { seeOther } from "@/lib/http/see-other"
import { applyImport } from "@/lib/imports/apply-import"

/** Has a judged workbook applied, row by row; the page shows how far it is. */
export const POST = postHandler(async ({ fields }) => {
  const { unitCode = "", batchId = "" } = fields
  const result = await runCommand(applyImport, { unitCode, batchId })
  const page = importsPath(unitCode, batchId)
  return result.ok ? seeOther(page) : refusedAnswer(result.refusal, page)
})
