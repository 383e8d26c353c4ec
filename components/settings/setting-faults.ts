import type { Fault } from "@/components/ui/error-summary"
import type { Locale } from "@/lib/i18n/locale"
import { refusalText } from "@/lib/i18n/refusal-text"
import type { Dictionary } from "@/lib/i18n/words"
import type { Refusal } from "@/lib/kernel/refusal"

/** Refusals that are about one field, and which. */
const fieldOf: Partial<Record<Refusal["code"], string>> = {
  "signin.second-factor-confirm": "confirmed",
  "signin.second-factor-too-far": "day",
  "signin.strong-factor-confirm": "confirmed",
  "signin.thaid-duty-short-notice": "confirmed",
  "signin.thaid-duty-lifted": "confirmed",
  "cases.holiday-known": "day",
}

/**
 * What the error summary lists, each sentence with the field that it is about.
 *
 * @param prefix what the ids of the form's fields begin with
 */
export function settingFaults(refusal: Refusal, w: Dictionary, locale: Locale, prefix = ""): Fault[] {
  const sentences: Record<string, string> = w.settings.faults
  const named = Object.entries(refusal.code === "invalid" ? (refusal.fields ?? {}) : {}).flatMap(
    ([field, key]) => (sentences[key] ? [{ text: sentences[key], field: `${prefix}${field}` }] : []),
  )
  if (named.length > 0) return named
  const field = fieldOf[refusal.code]
  return [{ text: refusalText(refusal, locale), ...(field && { field: `${prefix}${field}` }) }]
}

/** The sentence beside a field, if it is among the faults. */
export function faultAt(faults: readonly Fault[], field: string): string | undefined {
  return faults.find((fault) => fault.field === field)?.text
}
