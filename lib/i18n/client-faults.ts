import type { Refusal } from "@/lib/kernel/refusal"
import type { Locale } from "./locale"
import { refusalText } from "./refusal-text"
import { wordsIn } from "./words"

/** Refusals that are about one field of a form, and which. */
const fieldOf: Partial<Record<Refusal["code"], string>> = {
  "clients.sector-fixed": "sector",
  "clients.day-out": "endsOn",
  "clients.two-secrets": "older",
}

/** What the error summary of a client's screen lists: one sentence a wrong field, or the refusal's own. */
export function clientFaults(refusal: Refusal, locale: Locale): { text: string; field?: string }[] {
  const sentences: Record<string, string> = wordsIn(locale).clients.faults
  const named = Object.entries(refusal.code === "invalid" ? (refusal.fields ?? {}) : {}).flatMap(
    ([field, key]) => (sentences[key] ? [{ text: sentences[key], field }] : []),
  )
  if (named.length > 0) return named
  const field = fieldOf[refusal.code]
  return [{ text: refusalText(refusal, locale), ...(field && { field }) }]
}
