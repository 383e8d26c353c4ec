import { madeFile } from "@/lib/http/made-file"
import { nothingHere } from "@/lib/http/nothing-here"
import { runRead } from "@/lib/http/run-read"
import { currentLocale, wordsIn } from "@/lib/i18n/words"
import { getTemplate } from "@/lib/imports/get-template"

type Where = { params: Promise<{ code: string }> }

/** The empty workbook that a unit fills in. */
export async function GET(_request: Request, { params }: Where): Promise<Response> {
  const { code } = await params
  const locale = await currentLocale()
  const file = await runRead(getTemplate, { unitCode: code, locale })
  if (!file.ok) return nothingHere()
  const name = wordsIn(locale).imports.templateName
  return madeFile(file.value, { name, ascii: "users-template", as: "xlsx" })
}
