import { madeFile } from "@/lib/http/made-file"
import { nothingHere } from "@/lib/http/nothing-here"
import { runRead } from "@/lib/http/run-read"
import { currentLocale, wordsIn } from "@/lib/i18n/words"
import { getOversightWorkbook } from "@/lib/oversight/get-oversight-workbook"

type Where = { params: Promise<{ code: string }> }

/** The tables of an office's oversight, as a workbook. */
export async function GET(_request: Request, { params }: Where): Promise<Response> {
  const { code } = await params
  const locale = await currentLocale()
  const file = await runRead(getOversightWorkbook, { officeCode: code, locale })
  if (!file.ok) return nothingHere()
  const name = `${wordsIn(locale).oversight.workbook.fileName} ${file.value.code}`
  return madeFile(file.value.bytes, { name, ascii: `oversight-${file.value.code}`, as: "xlsx" })
}
