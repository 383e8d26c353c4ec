import { importsPath } from "@/lib/http/imports-path"
import { refusedAnswer } from "@/lib/http/refused-answer"
import { runCommand } from "@/lib/http/run-command"
import { seeOther } from "@/lib/http/see-other"
import { uploadHandler } from "@/lib/http/upload-handler"
import { judgeImport } from "@/lib/imports/judge-import"
import { largestWorkbook } from "@/lib/imports/rules"

/** Takes a workbook of users, has it judged, and leads to what would happen. */
export const POST = uploadHandler(
  largestWorkbook,
  async (form) => {
    const unitCode = String(form.get("unitCode") ?? "")
    const [file] = form.getAll("file")
    const bytes = file instanceof File ? new Uint8Array(await file.arrayBuffer()) : undefined
    const result = await runCommand(judgeImport, { unitCode, file: bytes })
    if (result.ok) return seeOther(importsPath(unitCode, result.value.id))
    return refusedAnswer(result.refusal, importsPath(unitCode))
  },
  "imports.too-large",
)
