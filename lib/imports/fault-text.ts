import "server-only"
import { digits } from "@/lib/i18n/digits"
import { en } from "@/lib/i18n/en"
import type { Locale } from "@/lib/i18n/locale"
import { refusalText } from "@/lib/i18n/refusal-text"
import { th } from "@/lib/i18n/th"
import { type RefusalCode, refusalCodes } from "@/lib/kernel/refusal"
import { type ImportField, importFields } from "./rules"

type Told = {
  readonly number: number
  readonly outcome: string
  readonly faults: readonly { readonly at: string; readonly code: string; readonly row?: number }[]
}

/** What is wrong in a row, one sentence a cell: its column and row, and why. */
export function rowTexts({ number, outcome, faults }: Told, locale: Locale): string[] {
  const w = locale === "th" ? th : en
  const told = faults.map((fault) => {
    const field = importFields.find((one): one is ImportField => one === fault.at)
    const place = field
      ? w.imports.heading(w.imports.columns[field])
      : w.imports.cell(fault.at, digits(number, locale))
    return `${place}: ${sentence(fault, locale)}`
  })
  const code = refusalCodes.find((one): one is RefusalCode => one === outcome)
  return code ? [refusalText({ code }, locale), ...told] : told
}

function sentence({ code, row }: Told["faults"][number], locale: Locale): string {
  const w = locale === "th" ? th : en
  if (code === "duplicate") return w.imports.cellFaults.duplicate(digits(row ?? 0, locale))
  const sentences: Record<string, unknown> = {
    ...w.orders.faults,
    ...w.members.faults,
    ...w.imports.cellFaults,
  }
  const text = sentences[code]
  return typeof text === "string" ? text : code
}
