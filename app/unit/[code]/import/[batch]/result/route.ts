import { madeFile } from "@/lib/http/made-file"
import { nothingHere } from "@/lib/http/nothing-here"
import { runRead } from "@/lib/http/run-read"
import { currentLocale, wordsIn } from "@/lib/i18n/words"
import { getImportResult } from "@/lib/imports/get-import-result"

type Where = { params: Promise<{ code: string; batch: string }> }

/** What became of each row of a workbook, as a workbook. */
export async function GET(_request: Request, { params }: Where): Promise<Response> {
  const { code, batch } = await params
  const locale = await currentLocale()
  const file = await runRead(getImportResult, { unitCode: code, batchId: batch, locale })
  if (!file.ok) return nothingHere()
  const name = wordsIn(locale).imports.resultName
  return madeFile(file.value, { name, ascii: "import-result", as: "xlsx" })
}
