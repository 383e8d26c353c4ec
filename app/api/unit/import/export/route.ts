import { importsPath } from "@/lib/http/imports-path"
import { madeFile } from "@/lib/http/made-file"
import { postHandler } from "@/lib/http/post-handler"
import { refusedAnswer } from "@/lib/http/refused-answer"
import { runCommand } from "@/lib/http/run-command"
import { currentLocale, wordsIn } from "@/lib/i18n/words"
import { exportUsers } from "@/lib/imports/export-users"

/** The users of a unit with their roles, as a file. */
export const POST = postHandler(async ({ fields }) => {
  const { unitCode = "", as = "" } = fields
  const locale = await currentLocale()
  const result = await runCommand(exportUsers, { unitCode, as, locale })
  if (!result.ok) return refusedAnswer(result.refusal, importsPath(unitCode))
  const { bytes, code } = result.value
  const name = `${wordsIn(locale).imports.exportName} ${code}`
  return madeFile(bytes, { name, ascii: `users-${code}`, as: as === "csv" ? "csv" : "xlsx" })
})
