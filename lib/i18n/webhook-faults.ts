import type { Refusal } from "@/lib/kernel/refusal"
import type { Locale } from "./locale"
import { refusalText } from "./refusal-text"
import { wordsIn } from "./words"

/** What the error summary of the page of a system's programs lists: one sentence a wrong field, or the refusal's own. */
export function webhookFaults(refusal: Refusal, locale: Locale): { text: string; field?: string }[] {
  const sentences: Record<string, string> = wordsIn(locale).webhooks.faults
  const named = Object.entries(refusal.code === "invalid" ? (refusal.fields ?? {}) : {}).flatMap(
    ([field, key]) => (sentences[key] ? [{ text: sentences[key], field }] : []),
  )
  if (named.length > 0) return named
  const text = refusalText(refusal, locale)
  return [refusal.code === "webhooks.no-client" ? { text, field: "clientId" } : { text }]
}
