import type { Refusal, RefusalCode } from "@/lib/kernel/refusal"
import type { Locale } from "./locale"
import { refusalText } from "./refusal-text"
import { wordsIn } from "./words"

/** The field that a refusal is about, where it names one. */
const fieldOf: Partial<Record<RefusalCode, string>> = {
  "registration.reason-missing": "staffReason",
  "registration.code-wrong": "code",
  "registration.code-gone": "code",
  "registration.secret-wrong": "number",
  "registration.too-many-codes": "email",
}

/** What the error summary of a registration page lists: one sentence a wrong field, or the refusal's own. */
export function registrationFaults(refusal: Refusal, locale: Locale): { text: string; field?: string }[] {
  const sentences: Readonly<Record<string, string>> = wordsIn(locale).registration.faults
  const named = Object.entries(refusal.code === "invalid" ? (refusal.fields ?? {}) : {}).flatMap(
    ([field, key]) => (sentences[key] ? [{ text: sentences[key], field }] : []),
  )
  if (named.length > 0) return named
  const field = fieldOf[refusal.code]
  const text = refusal.code === "invalid" ? (sentences.codeWrongForm ?? "") : refusalText(refusal, locale)
  return [{ text, ...(field ? { field } : {}) }]
}
