import type { Refusal } from "@/lib/kernel/refusal"
import type { Locale } from "./locale"
import { refusalText } from "./refusal-text"
import { wordsIn } from "./words"

/** Refusals that are about one field of a form, and which. */
const fieldOf: Partial<Record<Refusal["code"], string>> = {
  "restructuring.code-taken": "newCode",
  "restructuring.tail-differs": "tailConfirmed",
  "restructuring.confirm": "confirmed",
  "restructuring.no-receiver": "intoCode",
  "restructuring.day-wrong": "effectiveOn",
}

/** What the error summary of a change of a unit lists: one sentence a wrong field, or the refusal's own. */
export function restructuringFaults(refusal: Refusal, locale: Locale): { text: string; field?: string }[] {
  const sentences: Record<string, string> = wordsIn(locale).restructuring.faults
  const named = Object.entries(refusal.code === "invalid" ? (refusal.fields ?? {}) : {}).flatMap(
    ([field, key]) => (sentences[key] ? [{ text: sentences[key], field: field.replace(/^wish\./, "") }] : []),
  )
  if (named.length > 0) return named
  const field = fieldOf[refusal.code]
  return [{ text: refusalText(refusal, locale), ...(field && { field }) }]
}
